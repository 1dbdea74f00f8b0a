package health.vigil.signin;

import health.vigil.access.CertificateName;
import io.vertx.core.http.HttpServerRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/// The client certificate of a device. The TLS handshake has verified that the hospital issued it
/// (`quarkus.tls.*.trust-store`).
///
/// @param deviceId its alternative name, a DNS name or a URI; absent unless it has exactly one
record DeviceCertificate(Optional<String> deviceId) {
    /// Empty if the connection has no client certificate.
    static Optional<DeviceCertificate> in(HttpServerRequest request) {
        try {
            return request.sslSession() != null
                            && request.sslSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(new DeviceCertificate(CertificateName.only(shown)))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
