package health.vigil.access;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The name in a client certificate: its alternative name, a DNS name or a URI.
public final class CertificateName {
    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;

    private CertificateName() {}

    /// The name; empty unless the certificate has exactly one.
    public static Optional<String> only(X509Certificate certificate) {
        var names = names(certificate).toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private static Stream<String> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(CertificateName::names)
                    .map(name -> String.valueOf(name.get(1)));
        } catch (CertificateParsingException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean names(List<?> name) {
        return name.getFirst() instanceof Integer type && (type == DNS_NAME || type == URI_NAME);
    }
}
