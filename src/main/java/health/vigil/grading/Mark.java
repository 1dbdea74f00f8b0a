package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A sign recorded as present or absent.
record Mark(boolean present, Instant at, ObservationId id) {
    /// The newer of two. At the same instant "present" counts.
    static Optional<Mark> newest(Optional<Mark> kept, Mark next) {
        return kept.filter(old -> old.at.isAfter(next.at) || (old.at.equals(next.at) && old.present))
                .or(() -> Optional.of(next));
    }
}
