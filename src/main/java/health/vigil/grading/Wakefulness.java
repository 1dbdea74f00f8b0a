package health.vigil.grading;

import health.vigil.observation.Consciousness;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A level of consciousness as found.
record Wakefulness(Consciousness level, Instant at, ObservationId id) {
    Optional<Origin> origin() {
        return Optional.of(new Origin(id, at));
    }

    /// The newer of two. At the same instant, the deeper one.
    static Optional<Wakefulness> newest(Optional<Wakefulness> kept, Wakefulness next) {
        return kept.filter(old ->
                        old.at.isAfter(next.at) || (old.at.equals(next.at) && old.level.compareTo(next.level) >= 0))
                .or(() -> Optional.of(next));
    }
}
