package health.vigil.grading;

import java.time.Instant;

/// A seizure that was charted as not resolved. It stands until a seizure is charted as resolved.
///
/// @param first the first record of it
/// @param prolonged whether a record says that it lasted longer than 5 minutes
/// @param status whether a record says that it lasted 5 minutes or longer
/// @param unmeasured whether a record does not say how long it lasted
record RunningSeizure(SeizureRecord first, boolean prolonged, boolean status, boolean unmeasured) {
    static RunningSeizure of(SeizureRecord first) {
        return new RunningSeizure(first, first.prolonged(), first.status(), first.unmeasured());
    }

    RunningSeizure and(SeizureRecord more) {
        return new RunningSeizure(
                first, prolonged || more.prolonged(), status || more.status(), unmeasured || more.unmeasured());
    }

    int grade(Instant at) {
        return prolonged || at.isAfter(fifthMinute())
                ? ConsensusTable.SEIZURE_PROLONGED_OR_REPEATED
                : ConsensusTable.SEIZURE;
    }

    boolean statusAt(Instant at) {
        return status || !at.isBefore(fifthMinute());
    }

    /// The first instant after `at` at which its grade or its flag changes by itself.
    Instant nextChange(Instant at) {
        if (at.isBefore(fifthMinute())) {
            return fifthMinute();
        }
        return at.equals(fifthMinute()) ? Windows.justAfter(at) : Instant.MAX;
    }

    private Instant fifthMinute() {
        return first.at().plus(ConsensusTable.PROLONGED_SEIZURE);
    }
}
