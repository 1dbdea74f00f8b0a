package health.vigil.webhook;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;

/// The authorities that sign receivers' certificates, and our own certificate: those of `quarkus.tls.webhooks` if they
/// are set. Otherwise Java's authorities, and no certificate of our own.
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
