package health.vigil.hl7;

import health.vigil.exchange.ForeignReason;
import java.util.Optional;
import java.util.regex.Pattern;

/// A fault or a warning in an answer.
///
/// @param place where in the message, for instance `OBX[5].6`
/// @param warning whether the message was taken nevertheless
/// @param text a sentence without values
public record AckError(Optional<String> place, ErrorCode code, boolean warning, String text) {
    private static final Pattern PLACE = Pattern.compile("([A-Z0-9]{3})\\[(\\d+)](?:\\.(\\d+))?");

    /// A fault of the whole message.
    public static AckError of(ErrorCode code, String text) {
        return new AckError(Optional.empty(), code, false, text);
    }

    /// The warning that a person must look at a value.
    public static AckError foreign(ForeignReason reason, Optional<String> place) {
        return new AckError(place, code(reason), true, "A person must look at " + reason.text());
    }

    private static ErrorCode code(ForeignReason reason) {
        return switch (reason) {
            case SUBJECT, OXYGEN_DEVICE, OXYGEN_REASON -> ErrorCode.REQUIRED;
            case CODE, UNIT, STATUS -> ErrorCode.TABLE_VALUE;
            case VALUE, COMPARATOR, CONTRADICTION, TIME, ZONE, CLOCK, BOLUS, RULES -> ErrorCode.DATA_TYPE;
        };
    }

    /// The place as ERR-2: segment, its number, the field.
    String location() {
        return place.map(PLACE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1) + "^" + matcher.group(2)
                        + (matcher.group(3) == null ? "" : "^" + matcher.group(3)))
                .orElse("");
    }
}
