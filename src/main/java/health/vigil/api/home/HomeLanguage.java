package health.vigil.api.home;

import health.vigil.observation.Word;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// The languages of what a patient takes home.
enum HomeLanguage implements Word {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private static final int DAY = "1961-05-17".length();
    private static final int MONTH = "1961-05".length();

    private final Locale locale;

    HomeLanguage(Locale locale) {
        this.locale = locale;
    }

    DateTimeFormatter dates() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /// A date of birth, of which only the year, or the year and the month, may be known.
    ///
    /// @param given `1961-05-17`, `1961-05` or `1961`
    String birthDate(String given) {
        if (given.length() == DAY) {
            return dates().format(LocalDate.parse(given));
        }
        return given.length() == MONTH
                ? DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(YearMonth.parse(given))
                : given;
    }

    /// A number with the decimal mark of the language: `38.0`, `38,0`.
    String number(String plain) {
        return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }
}
