package health.vigil.api.fhir;

import health.vigil.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The times that a search allows: a span without some holes.
///
/// A value is as precise as it is written: `2026-03-02T10:00:00Z` is this second, `2026-03-02` this day in the
/// hospital's time zone.
///
/// @param from inclusive
/// @param until exclusive
record DateBounds(Instant from, Instant until, List<DateValue> without) {
    static final DateBounds EVER =
            new DateBounds(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"), List.of());

    private static final Pattern FORM = Pattern.compile("(eq|ne|gt|lt|ge|le|sa|eb)?(\\d{4}.*)");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(?:\\.(\\d{1,9}))?)?(?:Z|[+-]\\d{2}:\\d{2})");
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    DateBounds {
        without = List.copyOf(without);
    }

    /// The time that a value means.
    ///
    /// @param from inclusive
    /// @param until exclusive
    record DateValue(Instant from, Instant until) {}

    /// A value with its prefix, `eq` if it has none.
    record DateCondition(String prefix, DateValue value) {}

    /// @param name the parameter, for the refusal
    static DateCondition condition(String name, String text, ZoneId zone) {
        var form = FORM.matcher(text.replace(' ', '+'));
        if (!form.matches()) {
            throw refusal(name);
        }
        var prefix = form.group(1) == null ? "eq" : form.group(1);
        return new DateCondition(prefix, value(name, form.group(2), zone));
    }

    /// These bounds with another condition.
    ///
    /// @param name the parameter, for the refusal
    DateBounds and(String name, String text, ZoneId zone) {
        var condition = condition(name, text, zone);
        var value = condition.value();
        return switch (condition.prefix()) {
            case "ne" -> {
                var holes = new ArrayList<>(without);
                holes.add(value);
                yield new DateBounds(from, until, holes);
            }
            case "gt", "sa" -> since(value.until());
            case "ge" -> since(value.from());
            case "lt", "eb" -> before(value.from());
            case "le" -> before(value.until());
            default -> since(value.from()).before(value.until());
        };
    }

    private DateBounds since(Instant limit) {
        return new DateBounds(limit.isAfter(from) ? limit : from, until, without);
    }

    private DateBounds before(Instant limit) {
        return new DateBounds(from, limit.isBefore(until) ? limit : until, without);
    }

    /// The last instant that the database can hold within the bounds.
    Instant last() {
        return until.minus(MICROSECOND);
    }

    boolean allow(Instant at) {
        return !at.isBefore(from)
                && at.isBefore(until)
                && without.stream().noneMatch(hole -> !at.isBefore(hole.from()) && at.isBefore(hole.until()));
    }

    private static DateValue value(String name, String text, ZoneId zone) {
        try {
            var time = TIME.matcher(text);
            return time.matches() ? time(text, time.group(1) == null, time.group(2)) : date(name, text, zone);
        } catch (DateTimeException _) {
            throw refusal(name);
        }
    }

    private static DateValue time(String text, boolean toTheMinute, @Nullable String fraction) {
        var at = OffsetDateTime.parse(text).toInstant();
        if (toTheMinute) {
            return new DateValue(at, at.plus(1, ChronoUnit.MINUTES));
        }
        long nanos = fraction == null ? 1_000_000_000L : Math.powExact(10L, 9 - fraction.length());
        var until = at.plusNanos(nanos);
        return new DateValue(at, until.isBefore(at.plus(MICROSECOND)) ? at.plus(MICROSECOND) : until);
    }

    private static DateValue date(String name, String text, ZoneId zone) {
        return switch (text.length()) {
            case 4 ->
                days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1), zone);
            case 7 ->
                days(
                        YearMonth.parse(text).atDay(1),
                        YearMonth.parse(text).plusMonths(1).atDay(1),
                        zone);
            case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1), zone);
            default -> throw refusal(name);
        };
    }

    private static DateValue days(LocalDate first, LocalDate after, ZoneId zone) {
        return new DateValue(
                first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
    }

    private static ProblemException refusal(String name) {
        return ProblemException.invalid(
                name, "must be a date, or a date and time with an offset, with a prefix such as ge if any");
    }
}
