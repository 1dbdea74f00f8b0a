package health.vigil.stream;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.SourceNote;
import health.vigil.grading.Baseline;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A record of the topic `vigil.observations`, which carries everything that can change a grade.
public sealed interface StreamRecord {
    /// The patient that the record names; absent if it names only a device.
    Optional<PatientId> patientId();

    /// An observation.
    ///
    /// @param receivedAt when the service first received it; not later than the broker did
    /// @param author absent if another system wrote the record and named none
    /// @param release set if a person released it from quarantine
    /// @param source the statement of another system that it is a part of; absent for what was entered here
    record Observed(
            Submission submission,
            Instant receivedAt,
            Optional<Author> author,
            Optional<Release> release,
            Optional<PartSource> source)
            implements StreamRecord {
        public Observed {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }

        public Observed(Submission submission, Instant receivedAt, Optional<Author> author, Optional<Release> release) {
            this(submission, receivedAt, author, release, Optional.empty());
        }

        @Override
        public Optional<PatientId> patientId() {
            return release.flatMap(Release::resolvedPatientId).or(() -> switch (submission.subject()) {
                case Subject.ByPatient(var patientId) -> Optional.of(patientId);
                case Subject.ByDevice _ -> Optional.empty();
            });
        }
    }

    /// A baseline was changed, valid from the infusion on.
    ///
    /// @param id unique; recognises a repeated record
    /// @param parts the changed parts; absent: all of them
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

    /// A patient was admitted, so that waiting records can be applied.
    record EpisodeAdmitted(UUID episodeId, PatientId patient) implements StreamRecord {
        @Override
        public Optional<PatientId> patientId() {
            return Optional.of(patient);
        }
    }

    /// Data of a patient other than observations has changed.
    sealed interface PatientChange extends StreamRecord {
        PatientId patient();

        @Override
        default Optional<PatientId> patientId() {
            return Optional.of(patient());
        }
    }

    /// Data of an episode other than observations has changed.
    sealed interface EpisodeChange extends PatientChange {
        UUID episodeId();
    }

    /// A device was bound, or its binding ended, at a time in the past: the device's readings since then may
    /// belong to another patient. The record may be repeated.
    ///
    /// @param id of the change; the same for every affected patient
    record DeviceRebound(UUID id, DeviceId device, PatientId patient, Instant from) implements PatientChange {
        public DeviceRebound {
            from = from.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// A merge of two numbers begins or ends; the stored merge says which. The record may be repeated.
    ///
    /// @param merge the id of the merge
    /// @param patient the number whose partition must act
    record PatientMerged(UUID merge, PatientId patient) implements PatientChange {}

    /// Admission facts were corrected, or a further infusion was given.
    ///
    /// @param id unique; recognises a repeated record
    /// @param reason the reason for a correction; absent for an infusion
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

    /// An admission was voided as an error: its time belongs to the patient's other episodes.
    record EpisodeVoided(UUID episodeId, PatientId patient) implements EpisodeChange {}

    /// What another system said no longer stands.
    sealed interface Withdrawal extends StreamRecord {
        SourceNote statement();

        Instant receivedAt();

        Author author();

        default Sender sender() {
            return new Sender(author().username());
        }
    }

    /// Another system withdraws its statement, in all its revisions.
    ///
    /// @param patientId the patient whom the withdrawal names; absent if it names none
    record SourceWithdrawn(SourceNote statement, Optional<PatientId> patientId, Instant receivedAt, Author author)
            implements Withdrawal {
        public SourceWithdrawn {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// Observations of a patient no longer stand, because the statement that they belong to was withdrawn, or is
    /// about another patient now. The record may be repeated.
    ///
    /// @param statement the revision because of which they do not stand
    /// @param observations their ids, as its sender gave them
    /// @param moved whether the statement is about another patient now
    record ObservationsWithdrawn(
            SourceNote statement,
            PatientId patient,
            List<String> observations,
            boolean moved,
            Instant receivedAt,
            Author author)
            implements Withdrawal {
        public ObservationsWithdrawn {
            observations = List.copyOf(observations);
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public Optional<PatientId> patientId() {
            return Optional.of(patient);
        }
    }

    /// A piece of another system's message that cannot be read safely. A person decides about it.
    ///
    /// @param place where in the message; never a value
    /// @param subject the patient or the device, if it names one
    /// @param piece the smallest piece that stands alone
    record UnreadPiece(
            MessageFormat format,
            ForeignReason reason,
            Optional<String> place,
            Optional<Subject> subject,
            String piece,
            Instant receivedAt,
            Author author)
            implements StreamRecord {
        public UnreadPiece {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public Optional<PatientId> patientId() {
            return subject.flatMap(named -> named instanceof Subject.ByPatient(var patient)
                    ? Optional.of(patient)
                    : Optional.<PatientId>empty());
        }
    }
}
