package health.vigil.grading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/// A date of birth, as far as it is known.
///
/// @param given ISO 8601: a date, a month (`1957-06`) or a year (`1957`)
/// @param day the day that age is counted from: the first of the month or year that is known. The patient is then as
///     old as can be, so that the limit of the systolic pressure is never too low
public record BirthDate(String given, LocalDate day) {
    private static final int FIRST_YEAR = 1850;
    private static final int DATE = 10;

    public static BirthDate of(LocalDate day) {
        return new BirthDate(day.toString(), day);
    }

    /// Empty for what is no date, month or year, or lies before 1850.
    public static Optional<BirthDate> parse(String text) {
        try {
            return Optional.of(new BirthDate(text, first(text))).filter(date -> date.day.getYear() >= FIRST_YEAR);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalDate first(String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /// Whether only the year or the month is known.
    public boolean estimated() {
        return given.length() < DATE;
    }
}
