package health.vigil.hl7;

import java.util.Optional;
import java.util.regex.Pattern;

/// A fault or a warning in an answer.
///
/// @param place where in the message, for instance `OBX[5].6`
/// @param code of table 0357
/// @param warning whether the message was taken nevertheless
/// @param text a sentence without values
public record AckError(Optional<String> place, int code, boolean warning, String text) {
    private static final Pattern PLACE = Pattern.compile("([A-Z0-9]{3})\\[(\\d+)](?:\\.(\\d+))?");

    static final int SEQUENCE = 100;
    static final int REQUIRED = 101;
    static final int DATA_TYPE = 102;
    static final int TABLE_VALUE = 103;
    static final int MESSAGE_TYPE = 200;
    static final int EVENT = 201;
    static final int PROCESSING_ID = 202;
    static final int INTERNAL = 207;

    static AckError of(int code, String text) {
        return new AckError(Optional.empty(), code, false, text);
    }

    /// The place as ERR-2: segment, its number, the field.
    String location() {
        return place.map(PLACE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1) + "^" + matcher.group(2)
                        + (matcher.group(3) == null ? "" : "^" + matcher.group(3)))
                .orElse("");
    }

    /// The text of a code in table 0357.
    String codeText() {
        return switch (code) {
            case SEQUENCE -> "Segment sequence error";
            case REQUIRED -> "Required field missing";
            case DATA_TYPE -> "Data type error";
            case TABLE_VALUE -> "Table value not found";
            case MESSAGE_TYPE -> "Unsupported message type";
            case EVENT -> "Unsupported event code";
            case PROCESSING_ID -> "Unsupported processing id";
            default -> "Application internal error";
        };
    }
}
