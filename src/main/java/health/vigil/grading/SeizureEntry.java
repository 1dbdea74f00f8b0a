package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Seizure;
import java.time.Instant;
import java.util.Optional;

/// A seizure as recorded.
record SeizureEntry(Seizure seizure, Instant at, ObservationId id) {
    /// Longer than 5 minutes, not resolved, or without return to baseline.
    boolean severe() {
        return seizure.durationMinutes().compareTo(ConsensusTable.PROLONGED_SEIZURE_MINUTES) > 0
                || !seizure.resolved()
                || !seizure.returnedToBaseline();
    }

    boolean statusEpilepticus() {
        return seizure.durationMinutes().compareTo(ConsensusTable.PROLONGED_SEIZURE_MINUTES) >= 0;
    }

    static Optional<SeizureEntry> newest(Optional<SeizureEntry> kept, SeizureEntry next) {
        return kept.filter(old -> !next.at.isAfter(old.at)).or(() -> Optional.of(next));
    }
}
