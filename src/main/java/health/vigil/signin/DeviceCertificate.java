package health.vigil.signin;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/// The client certificate of a device. The TLS handshake has verified that the hospital issued it
/// (`quarkus.tls.*.trust-store`).
///
/// @param deviceId its alternative name, a DNS name or a URI; absent unless it has exactly one
record DeviceCertificate(Optional<String> deviceId) {
    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;

    /// Empty if the connection has no client certificate.
    static Optional<DeviceCertificate> in(HttpServerRequest request) {
        try {
            return request.sslSession() != null
                            && request.sslSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(new DeviceCertificate(singleName(shown)))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> singleName(X509Certificate certificate) {
        var names = names(certificate).toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private static Stream<String> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(DeviceCertificate::names)
                    .map(name -> String.valueOf(name.get(1)));
        } catch (CertificateParsingException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean names(List<?> name) {
        return name.getFirst() instanceof Integer type && (type == DNS_NAME || type == URI_NAME);
    }
}
