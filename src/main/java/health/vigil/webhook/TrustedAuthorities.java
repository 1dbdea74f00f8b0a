package health.vigil.webhook;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/// Which authorities vouch for receivers: those of `quarkus.tls.webhooks.trust-store` where it is set, else those that
/// come with Java.
final class TrustedAuthorities {
    private static final String NAME = "webhooks";

    private TrustedAuthorities() {}

    static SSLSocketFactory of(TlsConfigurationRegistry registry) {
        return registry.get(NAME)
                .map(TrustedAuthorities::context)
                .map(SSLContext::getSocketFactory)
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static SSLContext context(TlsConfiguration authorities) {
        try {
            return authorities.createSSLContext();
        } catch (Exception unusable) {
            throw new IllegalStateException("quarkus.tls." + NAME + " cannot be used", unusable);
        }
    }
}
