package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Seizure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// A seizure as charted.
record SeizureRecord(Seizure seizure, Instant at, ObservationId id) {
    private static final BigDecimal PROLONGED_MINUTES =
            BigDecimal.valueOf(ConsensusTable.PROLONGED_SEIZURE.toMinutes());

    /// Whether it lasted longer than 5 minutes. An unknown duration counts as not.
    boolean prolonged() {
        return seizure.durationMinutes()
                .filter(minutes -> minutes.compareTo(PROLONGED_MINUTES) > 0)
                .isPresent();
    }

    /// Whether it lasted 5 minutes or longer. An unknown duration counts as not.
    boolean status() {
        return seizure.durationMinutes()
                .filter(minutes -> minutes.compareTo(PROLONGED_MINUTES) >= 0)
                .isPresent();
    }

    boolean unmeasured() {
        return seizure.durationMinutes().isEmpty();
    }

    /// A seizure that was first charted when it was over.
    SeizureEntry single(boolean repetitive) {
        return new SeizureEntry(this, prolonged(), repetitive, repetitive || status(), unmeasured());
    }

    /// The end of a running seizure. It lasted from its first record until this one.
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
