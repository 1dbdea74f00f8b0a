package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A measured number with its time and its observation.
record Reading(BigDecimal value, Instant at, ObservationId id) {
    Optional<Origin> origin() {
        return Optional.of(new Origin(id, at));
    }

    /// The newer of two. At the same instant, the higher value.
    static Optional<Reading> newestHighest(Optional<Reading> kept, Reading next) {
        return kept.isPresent() && kept.get().outlasts(next, kept.get().value.compareTo(next.value))
                ? kept
                : Optional.of(next);
    }

    /// A reading while it counts. Every reading asks this several times, so it makes no object.
    static Optional<Reading> counting(Optional<Reading> reading, Duration window, Instant at) {
        return reading.isPresent() && Windows.counts(reading.get().at, window, at) ? reading : Optional.empty();
    }

    /// The newer of two. At the same instant, the lower value.
    static Optional<Reading> newestLowest(Optional<Reading> kept, Reading next) {
        return kept.isPresent() && kept.get().outlasts(next, next.value.compareTo(kept.get().value))
                ? kept
                : Optional.of(next);
    }

    /// @param rank positive or 0 if this reading wins at the same instant
    private boolean outlasts(Reading next, int rank) {
        return at.isAfter(next.at) || (at.equals(next.at) && rank >= 0);
    }
}
