package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// When a check that could not be done is due again. Its regular interval does not restart.
///
/// @param byDay the delay after an attempt by day
/// @param byNight the delay after an attempt at night
/// @param nightFrom the hospital's time
/// @param nightUntil the first time of the day
public record Retry(Duration byDay, Duration byNight, LocalTime nightFrom, LocalTime nightUntil) {
    public static final Retry DEFAULT =
            new Retry(Duration.ofHours(1), Duration.ofHours(2), LocalTime.of(22, 0), LocalTime.of(6, 0));

    public Retry {
        Intervals.check(byDay, byNight);
        Intervals.rising("a retry by day, and by night", byDay, byNight);
    }

    Instant after(Instant notDone, ZoneId hospital) {
        return notDone.plus(night(LocalTime.ofInstant(notDone, hospital)) ? byNight : byDay);
    }

    private boolean night(LocalTime time) {
        var begun = !time.isBefore(nightFrom);
        var lasts = time.isBefore(nightUntil);
        return nightFrom.isAfter(nightUntil) ? begun || lasts : begun && lasts;
    }
}
