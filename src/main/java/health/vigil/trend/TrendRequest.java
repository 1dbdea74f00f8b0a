package health.vigil.trend;

import health.vigil.store.VitalReadings.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What is asked of the trends.
///
/// @param from the first instant
/// @param to the last instant, not before the first
/// @param points how many points of a series at most
record TrendRequest(Instant from, Instant to, int points) {
    private static final Duration ALMOST_AN_HOUR = Duration.ofHours(1).minusNanos(1);

    TimeRange span() {
        return new TimeRange(from, to);
    }

    Instant firstWholeHour() {
        return from.plus(ALMOST_AN_HOUR).truncatedTo(ChronoUnit.HOURS);
    }

    /// Not before the first whole hour, even where there is no whole hour at all.
    Instant endOfWholeHours() {
        var end = to.truncatedTo(ChronoUnit.HOURS);
        return end.isBefore(firstWholeHour()) ? firstWholeHour() : end;
    }
}
