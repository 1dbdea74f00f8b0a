package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A number that was read, when, and by which observation.
record Reading(BigDecimal value, Instant at, ObservationId id) {
    /// The newer of two; at one instant the higher value.
    static Optional<Reading> newestHighest(Optional<Reading> kept, Reading next) {
        return kept.filter(old ->
                        old.at.isAfter(next.at) || (old.at.equals(next.at) && old.value.compareTo(next.value) >= 0))
                .or(() -> Optional.of(next));
    }

    /// The newer of two; at one instant the lower value.
    static Optional<Reading> newestLowest(Optional<Reading> kept, Reading next) {
        return kept.filter(old ->
                        old.at.isAfter(next.at) || (old.at.equals(next.at) && old.value.compareTo(next.value) <= 0))
                .or(() -> Optional.of(next));
    }
}
