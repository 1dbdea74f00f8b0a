package health.vigil.exchange;

import health.vigil.observation.Observation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/// Local times of a sender as instants.
public final class LocalTimes {
    private LocalTimes() {}

    /// The instant of a local time. In the hour that occurs twice it is the latest that is not after receipt, as
    /// far as clocks agree. A local time that was skipped has none.
    public static Optional<Instant> instant(LocalDateTime local, ZoneId zone, Instant receivedAt) {
        var latest = receivedAt.plus(Observation.CLOCK_TOLERANCE);
        var candidates = zone.getRules().getValidOffsets(local).stream()
                .map(local::toInstant)
                .sorted()
                .toList();
        return candidates.stream()
                .filter(instant -> !instant.isAfter(latest))
                .max(Comparator.naturalOrder())
                .or(() -> candidates.stream().findFirst());
    }
}
