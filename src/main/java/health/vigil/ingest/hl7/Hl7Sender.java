package health.vigil.ingest.hl7;

import health.vigil.access.User;
import health.vigil.exchange.SenderSettings;
import health.vigil.hl7.Hl7Header;
import health.vigil.hl7.Hl7Reader;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// A system that sends HL7 messages.
///
/// @param user the account under which its observations are entered
/// @param certificate the name in its client certificate; absent without TLS
/// @param addresses where it connects from; empty for anywhere
record Hl7Sender(
        User user,
        SenderSettings settings,
        Optional<String> certificate,
        List<AddressRange> addresses,
        Hl7Reader reader) {
    Hl7Sender {
        addresses = List.copyOf(addresses);
    }

    String name() {
        return user.username();
    }

    /// Whether a connection may be its own.
    ///
    /// @param shown the name in the client certificate of the connection
    boolean mayBe(Optional<String> shown, InetAddress address) {
        return certificate.equals(shown)
                && (addresses.isEmpty() || addresses.stream().anyMatch(range -> range.includes(address)));
    }

    /// Whether a message names it: what is not set is not asked.
    boolean isNamedBy(Hl7Header header) {
        return matches(settings.messages().application(), header.application())
                && matches(settings.messages().facility(), header.facility());
    }

    /// How much of MSH-3 and MSH-4 it asks for.
    int asked() {
        return (int)
                List.of(settings.messages().application(), settings.messages().facility()).stream()
                        .filter(Optional::isPresent)
                        .count();
    }

    /// Whether a message could be of both, so that nobody could tell which one sent it.
    boolean looksLike(Hl7Sender other) {
        return certificate.equals(other.certificate)
                && overlap(other)
                && settings.messages()
                        .application()
                        .equals(other.settings.messages().application())
                && settings.messages()
                        .facility()
                        .equals(other.settings.messages().facility());
    }

    private boolean overlap(Hl7Sender other) {
        return addresses.isEmpty()
                || other.addresses.isEmpty()
                || addresses.stream().anyMatch(range -> other.addresses.stream().anyMatch(range::overlaps));
    }

    private static boolean matches(Optional<String> expected, String said) {
        return expected.map(said::equals).orElse(true);
    }
}
