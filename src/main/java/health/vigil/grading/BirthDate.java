package health.vigil.grading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/// A date of birth, of which only the month or year may be known.
///
/// @param given ISO 8601: a date, a month (`1957-06`) or a year (`1957`)
/// @param day the day from which age is counted: the first day of the known month or year. That gives the highest
/// possible age, so the limit of the systolic pressure is never too low
public record BirthDate(String given, LocalDate day) {
    private static final int FIRST_YEAR = 1850;
    private static final int DATE = 10;

    public static BirthDate of(LocalDate day) {
        return new BirthDate(day.toString(), day);
    }

    /// Parses a birth date. Empty if the text is no date, month or year, or is before 1850.
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
