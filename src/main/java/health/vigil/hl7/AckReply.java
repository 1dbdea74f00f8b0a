package health.vigil.hl7;

import health.vigil.exchange.SenderSettings.AckMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Builds the answer to a message.
///
/// @param application our name, for MSH-3
/// @param controlId the answer's own id
/// @param at when it is made
public record AckReply(String application, String controlId, Instant at) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    private static final String OUR_VERSION = "2.6";

    /// The code of the answer; empty if the sender wants none.
    ///
    /// @param accept when the sender wants an accept acknowledgement (MSH-15)
    /// @param application when it wants an application acknowledgement (MSH-16)
    static Optional<String> code(AckMode mode, AckOutcome outcome, String accept, String application) {
        return switch (mode) {
            case ORIGINAL -> Optional.of("A" + outcome.letter());
            case ENHANCED -> Optional.of("C" + outcome.letter());
            case AUTO -> automatic(outcome, accept, application);
        };
    }

    private static Optional<String> automatic(AckOutcome outcome, String accept, String application) {
        if ((accept.isEmpty() && application.isEmpty()) || wanted(application, outcome)) {
            return Optional.of("A" + outcome.letter());
        }
        if (wanted(accept, outcome)) {
            return Optional.of("C" + outcome.letter());
        }
        // Nobody asked for an answer, but a fault must not look like success.
        return outcome == AckOutcome.ACCEPT ? Optional.empty() : Optional.of("A" + outcome.letter());
    }

    private static boolean wanted(String condition, AckOutcome outcome) {
        return switch (condition) {
            case "AL" -> true;
            case "SU" -> outcome == AckOutcome.ACCEPT;
            case "ER" -> outcome != AckOutcome.ACCEPT;
            default -> false;
        };
    }

    /// The answer; empty if the sender wants none.
    ///
    /// @param text a remark for the sender, without values
    public Optional<String> to(
            Hl7Header header, AckMode mode, AckOutcome outcome, Optional<String> text, List<AckError> errors) {
        return code(mode, outcome, header.acceptAcknowledgement(), header.applicationAcknowledgement())
                .map(code -> message(header, code, text, errors));
    }

    private String message(Hl7Header header, String code, Optional<String> text, List<AckError> errors) {
        var answer = new StringBuilder("MSH|^~\\&");
        field(answer, application);
        field(answer, "");
        field(answer, header.application());
        field(answer, header.facility());
        answer.append('|').append(TIME.format(at)).append('|');
        answer.append("|ACK");
        if (!header.trigger().isEmpty()) {
            answer.append('^').append(Er7Escapes.escaped(header.trigger())).append("^ACK");
        }
        field(answer, controlId);
        field(answer, header.processingId());
        field(answer, header.version().isEmpty() ? OUR_VERSION : header.version());
        if (!header.charset().isEmpty()) {
            answer.append("||||||").append(header.charset());
        }
        answer.append("\rMSA|").append(code);
        answer.append('|').append(header.controlId());
        var remark = header.hasErrorSegments()
                ? text
                : text.or(() -> errors.stream().findFirst().map(AckError::text));
        remark.ifPresent(words -> field(answer, words));
        answer.append('\r');
        if (header.hasErrorSegments()) {
            errors.forEach(error -> append(answer, error));
        }
        return answer.toString();
    }

    private static void field(StringBuilder answer, String value) {
        answer.append('|').append(Er7Escapes.escaped(value));
    }

    private static void append(StringBuilder answer, AckError error) {
        answer.append("ERR||")
                .append(error.location())
                .append('|')
                .append(error.code().number())
                .append('^')
                .append(error.code().text())
                .append("^HL70357|")
                .append(error.warning() ? 'W' : 'E')
                .append("||||");
        answer.append(Er7Escapes.escaped(error.text())).append('\r');
    }
}
