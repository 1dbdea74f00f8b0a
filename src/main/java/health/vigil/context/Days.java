package health.vigil.context;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Calendar days of the hospital since the infusion, which is day 0.
record Days(Instant infusedAt, ZoneId hospital) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    int of(Instant at) {
        return (int) ChronoUnit.DAYS.between(date(infusedAt), date(at));
    }

    LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, hospital);
    }

    LocalDate date(int day) {
        return date(infusedAt).plusDays(day);
    }

    /// When a day begins.
    Instant begin(int day) {
        return date(day).atStartOfDay(hospital).toInstant();
    }

    /// `15 Mar`.
    String told(int day) {
        return DATE.format(date(day));
    }

    /// `16 Mar 10:00`.
    String told(Instant at) {
        return DATE.format(at.atZone(hospital)) + " " + clock(at);
    }

    /// `14:20`.
    String clock(Instant at) {
        return CLOCK.format(at.atZone(hospital));
    }
}
