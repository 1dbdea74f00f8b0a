package health.vigil.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Formats times for alert texts: `15:08`, with the date if it is another day.
///
/// @param now times on the same day are written without a date
/// @param zone the hospital's time zone
record HospitalTime(Instant now, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    String of(Instant instant) {
        var local = instant.atZone(zone);
        return local.format(local.toLocalDate().equals(LocalDate.ofInstant(now, zone)) ? TIME : DATE_AND_TIME);
    }
}
