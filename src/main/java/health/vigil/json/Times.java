package health.vigil.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Instants in the format of RFC 3339, always with an offset, to the microsecond.
public final class Times {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int LONGEST = 64;
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,30}))?(?:[Zz]|([+-])(\\d{2}):(\\d{2}))");
    private static final Pattern WITHOUT_OFFSET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}[:.\\d]*");

    private Times() {}

    /// Checks an instant, and notes a violation at its location.
    public static Optional<Instant> check(Instant instant, Location location) {
        int year = Year.from(instant.atOffset(ZoneOffset.UTC)).getValue();
        return year >= FIRST_YEAR && year <= LAST_YEAR
                ? Optional.of(instant)
                : location.refuse("must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    static Optional<Instant> parse(String text, Location location) {
        var parts = RFC_3339.matcher(text.length() > LONGEST ? "" : text);
        if (!parts.matches()) {
            return location.refuse(complaint(text));
        }
        try {
            return Optional.of(instant(parts));
        } catch (DateTimeException _) {
            return location.refuse("is not a valid date and time");
        }
    }

    private static String complaint(String text) {
        return text.length() <= LONGEST && WITHOUT_OFFSET.matcher(text).matches()
                ? "needs an offset, for instance Z or +02:00"
                : "must be an RFC 3339 date and time with an offset";
    }

    private static Instant instant(Matcher parts) {
        var local = LocalDateTime.of(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                number(parts, 4),
                number(parts, 5),
                number(parts, 6));
        return local.toInstant(ZoneOffset.UTC)
                .minusSeconds(offsetSeconds(parts))
                .plus(microseconds(parts), ChronoUnit.MICROS);
    }

    private static int offsetSeconds(Matcher parts) {
        if (parts.group(8) == null) {
            return 0;
        }
        if (number(parts, 9) > 23 || number(parts, 10) > 59) {
            throw new DateTimeException("offset");
        }
        int seconds = (number(parts, 9) * 60 + number(parts, 10)) * 60;
        return parts.group(8).equals("-") ? -seconds : seconds;
    }

    /// Truncates to microseconds, like the database.
    private static int microseconds(Matcher parts) {
        var fraction = parts.group(7);
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
