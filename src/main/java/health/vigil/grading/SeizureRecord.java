package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Seizure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// A seizure as it was charted.
record SeizureRecord(Seizure seizure, Instant at, ObservationId id) {
    private static final BigDecimal PROLONGED_MINUTES =
            BigDecimal.valueOf(ConsensusTable.PROLONGED_SEIZURE.toMinutes());

    /// Longer than 5 minutes; an unknown length is not.
    boolean prolonged() {
        return seizure.durationMinutes()
                .filter(minutes -> minutes.compareTo(PROLONGED_MINUTES) > 0)
                .isPresent();
    }

    /// 5 minutes or longer; an unknown length is not.
    boolean status() {
        return seizure.durationMinutes()
                .filter(minutes -> minutes.compareTo(PROLONGED_MINUTES) >= 0)
                .isPresent();
    }

    boolean unmeasured() {
        return seizure.durationMinutes().isEmpty();
    }

    /// A seizure that is told of when it is over.
    SeizureEntry single(boolean repetitive) {
        return new SeizureEntry(this, prolonged(), repetitive, repetitive || status(), unmeasured());
    }

    /// The end of one that was running: it lasted from the first record of it until this one.
    SeizureEntry ending(RunningSeizure running) {
        var lasted = Duration.between(running.first().at(), at);
        return new SeizureEntry(
                this,
                running.prolonged() || prolonged() || lasted.compareTo(ConsensusTable.PROLONGED_SEIZURE) > 0,
                false,
                running.status() || status() || lasted.compareTo(ConsensusTable.PROLONGED_SEIZURE) >= 0,
                running.unmeasured() || unmeasured());
    }
}
