package health.vigil.hl7;

import java.util.regex.Pattern;

/// What the header of a message says about its answer.
///
/// @param charset MSH-18 as sent, if it is plain
public record Hl7Header(
        String application,
        String facility,
        String type,
        String trigger,
        String controlId,
        String processingId,
        String version,
        String acceptAcknowledgement,
        String applicationAcknowledgement,
        String charset) {
    private static final Pattern SINCE_2_5 = Pattern.compile("2\\.([5-9]|[1-9]\\d)(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 /.~-]{0,60}");

    static Hl7Header of(Er7Message message) {
        var header = message.header();
        return new Hl7Header(
                header.value(3),
                header.value(4),
                message.type(),
                message.trigger(),
                message.controlId(),
                header.value(11),
                header.value(12),
                header.value(15).strip(),
                header.value(16).strip(),
                PLAIN.matcher(header.raw(18)).matches() ? header.raw(18) : "");
    }

    /// Whether the version has the segment ERR of today.
    boolean hasErrorSegments() {
        return version.isEmpty() || SINCE_2_5.matcher(version).matches();
    }
}
