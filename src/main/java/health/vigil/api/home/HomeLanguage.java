package health.vigil.api.home;

import health.vigil.observation.Word;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// The languages of what a patient takes home.
enum HomeLanguage implements Word {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private final Locale locale;

    HomeLanguage(Locale locale) {
        this.locale = locale;
    }

    DateTimeFormatter dates() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }
}
