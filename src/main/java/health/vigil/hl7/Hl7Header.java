package health.vigil.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What the header of a message says about its answer.
///
/// @param controlId MSH-10 as it stands in the answer, with its components and escapes
/// @param charset MSH-18 as sent, if it is plain
/// @param encoding the character set of the message, and so of its answer
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
        String charset,
        Charset encoding) {
    private static final Pattern SINCE_2_5 = Pattern.compile("2\\.([5-9]|[1-9]\\d)(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 /.~-]{0,60}");

    /// The header of a message that has none that can be read.
    public static final Hl7Header UNREADABLE =
            new Hl7Header("", "", "", "", "", "", "", "", "", "", StandardCharsets.US_ASCII);

    static Hl7Header of(Er7Message message) {
        var header = message.header();
        return new Hl7Header(
                header.value(3),
                header.value(4),
                message.type(),
                message.trigger(),
                controlId(message),
                header.value(11),
                header.value(12),
                header.value(15).strip(),
                header.value(16).strip(),
                PLAIN.matcher(header.raw(18)).matches() ? header.raw(18) : "",
                header.escapes().charset());
    }

    /// The id as sent. With other delimiters than those of the answer it is escaped.
    private static String controlId(Er7Message message) {
        var escapes = message.header().escapes();
        return escapes.delimiters().equals(Er7Delimiters.USUAL)
                ? message.controlId()
                : Er7Escapes.escaped(escapes.unescaped(message.controlId()));
    }

    /// Whether the version has the segment ERR of today.
    boolean hasErrorSegments() {
        return version.isEmpty() || SINCE_2_5.matcher(version).matches();
    }
}
