package health.vigil.monitor.batch;

import health.vigil.history.Episode;
import health.vigil.observation.Numbers;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.observation.RetractionTarget;
import health.vigil.store.QuarantineReason;
import health.vigil.stream.StreamRecord;
import java.util.List;
import java.util.Optional;

/// What becomes of a record. Every record has exactly one disposition, so that all records are accounted for.
sealed interface Disposition {
    IncomingRecord record();

    /// An observation of a patient whose episodes are known is applied.
    ///
    /// @param withdraws what it retracts or corrects; the sender is set once it is known
    record Apply(
            IncomingRecord record,
            StreamRecord.Observed observed,
            Observation observation,
            List<Episode> episodes,
            Optional<RetractionTarget> withdraws)
            implements Disposition {
        /// All numbers of the patient.
        Numbers numbers() {
            return episodes.getFirst().numbers();
        }

        Apply withdrawing(RetractionTarget target) {
            return new Apply(record, observed, observation, episodes, Optional.of(target));
        }

        Apply withdrawingNothing() {
            return new Apply(record, observed, observation, episodes, Optional.empty());
        }
    }

    /// A changed baseline of an episode is applied.
    record ApplyBaseline(IncomingRecord record, StreamRecord.BaselineChanged change, Episode episode)
            implements Disposition {}

    /// An admission is applied.
    ///
    /// @param episodes all episodes of the patient, with the new one
    record Admit(IncomingRecord record, StreamRecord.EpisodeAdmitted admitted, List<Episode> episodes)
            implements Disposition {}

    /// A change of patient data that is not an observation is applied.
    ///
    /// @param episodes all episodes of the patient, as they were before the batch
    record Change(IncomingRecord record, StreamRecord.PatientChange change, List<Episode> episodes)
            implements Disposition {}

    /// What another system said no longer stands.
    ///
    /// @param episodes of the patient whom the record names; may be empty
    record Withdraw(IncomingRecord record, StreamRecord.Withdrawal withdrawal, List<Episode> episodes)
            implements Disposition {}

    /// A duplicate: it was applied or quarantined before.
    record Repeat(IncomingRecord record) implements Disposition {}

    /// It goes to quarantine with a reason and is not applied.
    ///
    /// @param patient the patient, if it could be resolved
    record Hold(IncomingRecord record, QuarantineReason reason, String detail, Optional<PatientId> patient)
            implements Disposition {}

    /// Another partition owns the patient: it is sent on with the right key.
    record SendOn(IncomingRecord record, PatientId patient) implements Disposition {}
}
