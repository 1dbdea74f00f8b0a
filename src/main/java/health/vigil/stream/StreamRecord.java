package health.vigil.stream;

import health.vigil.grading.Baseline;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A record of the topic `vigil.observations`: whatever can change a grade travels there.
public sealed interface StreamRecord {
    /// The patient that the record itself names; absent when only the device's binding can tell.
    Optional<PatientId> patientId();

    /// An observation.
    ///
    /// @param receivedAt when the service first received it; never later than the broker did
    /// @param author who entered it; absent when another system produced it directly
    /// @param release set when an administrator let it out of quarantine
    record Observed(Submission submission, Instant receivedAt, Optional<Author> author, Optional<Release> release)
            implements StreamRecord {
        public Observed {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public Optional<PatientId> patientId() {
            return release.flatMap(Release::resolvedPatientId).or(() -> switch (submission.subject()) {
                case Subject.ByPatient(var patientId) -> Optional.of(patientId);
                case Subject.ByDevice _ -> Optional.empty();
            });
        }
    }

    /// A baseline was recorded anew; it holds from the infusion on.
    ///
    /// @param id unique: a repeat of the record is known by it
    /// @param parts which of its parts were changed: the others are as they stand; absent: all of them
    record BaselineChanged(
            UUID id,
            UUID episodeId,
            PatientId patient,
            Baseline baseline,
            Optional<Set<String>> parts,
            String enteredBy,
            Instant receivedAt)
            implements StreamRecord {
        public BaselineChanged {
            parts = parts.map(Set::copyOf);
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public Optional<PatientId> patientId() {
            return Optional.of(patient);
        }
    }

    /// A patient was admitted: what waited for an episode can be applied.
    record EpisodeAdmitted(UUID episodeId, PatientId patient) implements StreamRecord {
        @Override
        public Optional<PatientId> patientId() {
            return Optional.of(patient);
        }
    }

    /// What is known of a patient besides observations has changed.
    sealed interface PatientChange extends StreamRecord {
        PatientId patient();

        @Override
        default Optional<PatientId> patientId() {
            return Optional.of(patient());
        }
    }

    /// What is known of an episode besides observations has changed.
    sealed interface EpisodeChange extends PatientChange {
        UUID episodeId();
    }

    /// A device was bound, or a binding ended, at an instant that has been: what is the patient's by that device since
    /// then, and what is not, is to be looked at again. It may be repeated.
    ///
    /// @param id of the change; the same for every patient whom it concerns
    record DeviceRebound(UUID id, DeviceId device, PatientId patient, Instant from) implements PatientChange {
        public DeviceRebound {
            from = from.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// Two numbers of one patient are to be read as one, or as two again: what is to be done the merge
    /// itself says. It may be repeated.
    ///
    /// @param merge the id of the merge
    /// @param patient the number whose partition is to do it
    record PatientMerged(UUID merge, PatientId patient) implements PatientChange {}

    /// What was told at admission was wrong, or a further infusion was given.
    ///
    /// @param id unique: a repeat of the record is known by it
    /// @param reason why it was corrected; absent for an infusion
    record EpisodeCorrected(
            UUID id,
            UUID episodeId,
            PatientId patient,
            FactsCorrection facts,
            Optional<FurtherInfusion> infusion,
            Optional<String> reason,
            String enteredBy,
            Instant receivedAt)
            implements EpisodeChange {
        public EpisodeCorrected {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// An admission was made in error: what it held belongs to the patient's other episodes.
    record EpisodeVoided(UUID episodeId, PatientId patient) implements EpisodeChange {}
}
