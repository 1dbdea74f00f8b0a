package health.vigil.context;

import java.util.Optional;
import java.util.regex.Pattern;

/// A day on which a trial or a registry asks for the patient's status.
///
/// @param day days after the infusion
/// @param window how many days earlier or later the status may be taken
public record RegistryDay(int day, int window) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})(?:\\+-(\\d{1,3}))?");

    public RegistryDay {
        if (day < 1) {
            throw new IllegalArgumentException("A registry day is 1 or later");
        }
        if (window < 0) {
            throw new IllegalArgumentException("The window of a registry day is 0 days or more");
        }
    }

    /// Reads a day such as `28`, or `28+-2` with its window.
    public static RegistryDay of(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A registry day is a number of days such as 28, or 28+-2 with its window, not " + text.strip());
        }
        int window = Optional.ofNullable(parts.group(2)).map(Integer::valueOf).orElse(0);
        return new RegistryDay(Integer.parseInt(parts.group(1)), window);
    }

    int first() {
        return day - window;
    }

    int last() {
        return day + window;
    }
}
