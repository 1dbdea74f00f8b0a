package health.vigil.context;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Calendar days since the infusion, which is day 0, in the hospital's time zone.
public record Days(Instant infusedAt, ZoneId hospital) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    public int of(Instant at) {
        return (int) ChronoUnit.DAYS.between(date(infusedAt), date(at));
    }

    public LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, hospital);
    }

    public LocalDate date(int day) {
        return date(infusedAt).plusDays(day);
    }

    /// The first instant of a day.
    Instant begin(int day) {
        return date(day).atStartOfDay(hospital).toInstant();
    }

    /// `15 Mar`.
    String text(int day) {
        return DATE.format(date(day));
    }

    /// `16 Mar 10:00`.
    String text(Instant at) {
        return DATE.format(at.atZone(hospital)) + " " + clock(at);
    }

    /// `14:20`.
    String clock(Instant at) {
        return CLOCK.format(at.atZone(hospital));
    }
}
