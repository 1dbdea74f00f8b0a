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

/// What becomes of a record. Exactly one of these, so that every record is accounted for.
sealed interface Disposition {
    IncomingRecord record();

    /// An observation of a patient whose episodes are known.
    ///
    /// @param withdraws what it withdraws, as far as it is known whose that is
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

    /// A changed baseline of an episode.
    record ApplyBaseline(IncomingRecord record, StreamRecord.BaselineChanged change, Episode episode)
            implements Disposition {}

    /// A patient was admitted.
    ///
    /// @param episodes all of the patient's, the new one among them
    record Admit(IncomingRecord record, StreamRecord.EpisodeAdmitted admitted, List<Episode> episodes)
            implements Disposition {}

    /// What is known of a patient besides observations has changed.
    ///
    /// @param episodes all of the patient's, as they were known
    record Change(IncomingRecord record, StreamRecord.PatientChange change, List<Episode> episodes)
            implements Disposition {}

    /// It was applied, or quarantined, before: nothing is to be done.
    record Repeat(IncomingRecord record) implements Disposition {}

    /// It is kept, with its reason, and not applied.
    ///
    /// @param patient whom it is about, where more is known than it says itself
    record Hold(IncomingRecord record, QuarantineReason reason, String detail, Optional<PatientId> patient)
            implements Disposition {}

    /// Another partition owns the patient: it is sent on under the right key.
    record SendOn(IncomingRecord record, PatientId patient) implements Disposition {}
}
