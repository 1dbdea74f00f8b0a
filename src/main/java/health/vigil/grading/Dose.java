package health.vigil.grading;

import health.vigil.observation.Drug;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A dose that opens the gate.
record Dose(Drug drug, Instant at, ObservationId id) {
    static Optional<Dose> newest(Optional<Dose> kept, Dose next) {
        return kept.filter(old -> !next.at.isAfter(old.at)).or(() -> Optional.of(next));
    }
}
