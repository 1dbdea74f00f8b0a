package health.vigil.webhook;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;

/// The authorities that are trusted to sign receivers' certificates, and our own certificate. Both come from
/// `quarkus.tls.webhooks` if it is set. Otherwise Java's authorities are trusted, and there is no certificate of
/// our own.
record TrustedAuthorities(Optional<TrustOptions> trust, Optional<KeyCertOptions> own) {
    private static final String NAME = "webhooks";

    static TrustedAuthorities of(TlsConfigurationRegistry registry) {
        var configured = registry.get(NAME);
        return new TrustedAuthorities(
                configured.flatMap(tls -> Optional.ofNullable(tls.getTrustStoreOptions())),
                configured.flatMap(tls -> Optional.ofNullable(tls.getKeyStoreOptions())));
    }

    HttpClientOptions in(HttpClientOptions options) {
        trust.ifPresent(options::setTrustOptions);
        own.ifPresent(options::setKeyCertOptions);
        return options;
    }
}
