package health.vigil.hl7;

import java.util.Optional;
import java.util.regex.Pattern;

/// A fault or a warning in an answer.
///
/// @param place where in the message, for instance `OBX[5].6`
/// @param warning whether the message was taken nevertheless
/// @param text a sentence without values
public record AckError(Optional<String> place, ErrorCode code, boolean warning, String text) {
    private static final Pattern PLACE = Pattern.compile("([A-Z0-9]{3})\\[(\\d+)](?:\\.(\\d+))?");

    static AckError of(ErrorCode code, String text) {
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
}
