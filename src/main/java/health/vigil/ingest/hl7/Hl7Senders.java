package health.vigil.ingest.hl7;

import health.vigil.hl7.Hl7Reader;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The senders that are configured.
///
/// @param all those that ask for more of MSH-3 and MSH-4 first
record Hl7Senders(List<Hl7Sender> all) {
    Hl7Senders {
        all = all.stream()
                .sorted(Comparator.comparingInt(Hl7Sender::asked).reversed())
                .toList();
    }

    /// Those of a connection.
    ///
    /// @param certificate the name in its client certificate
    Hl7Senders of(Optional<String> certificate, InetAddress address) {
        return new Hl7Senders(all.stream()
                .filter(sender -> sender.mayBe(certificate, address))
                .toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// The sender of a message of this connection: the one that it names. If it names none of them, the first
    /// one's reader refuses it.
    Hl7Sender of(byte[] message) {
        return all.size() == 1
                ? all.getFirst()
                : Hl7Reader.header(message)
                        .flatMap(header -> all.stream()
                                .filter(sender -> sender.isNamedBy(header))
                                .findFirst())
                        .orElseGet(all::getFirst);
    }

    /// The name of the only sender of this connection, else that of several.
    String name() {
        return all.size() == 1 ? all.getFirst().name() : "several";
    }
}
