package health.vigil.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The answer of a receiver.
///
/// @param code of MSA-1, such as `AA`
/// @param controlId the id of the message that it answers (MSA-2)
public record AckReading(String code, String controlId) {
    /// Reads an answer; empty if it is none.
    public static Optional<AckReading> of(byte[] message) {
        // Of an answer only codes and our own id are read, so any character set of one byte will do.
        return Er7Message.parse(new String(message, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                .flatMap(answer -> answer.first("MSA"))
                .map(segment -> new AckReading(
                        segment.value(1).strip(), segment.value(2).strip()));
    }

    public boolean accepts() {
        return code.equals("AA") || code.equals("CA");
    }

    /// Whether the receiver will not take the message.
    public boolean refuses() {
        return code.equals("AE") || code.equals("AR") || code.equals("CE") || code.equals("CR");
    }
}
