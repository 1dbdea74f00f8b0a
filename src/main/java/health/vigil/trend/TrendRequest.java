package health.vigil.trend;

import health.vigil.store.VitalReadings.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A request for trends.
///
/// @param from the first instant
/// @param to the last instant, not before the first
/// @param points the most points of a series
record TrendRequest(Instant from, Instant to, int points) {
    private static final Duration ALMOST_AN_HOUR = Duration.ofHours(1).minusNanos(1);

    TimeRange span() {
        return new TimeRange(from, to);
    }

    Instant firstWholeHour() {
        return from.plus(ALMOST_AN_HOUR).truncatedTo(ChronoUnit.HOURS);
    }

    /// The end of the last whole hour. If there is no whole hour, this equals the first whole hour.
    Instant endOfWholeHours() {
        var end = to.truncatedTo(ChronoUnit.HOURS);
        return end.isBefore(firstWholeHour()) ? firstWholeHour() : end;
    }
}
