package health.vigil.intake;

import health.vigil.observation.Content;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// An observation as sent, in canonical units. The patient of a device is not known yet.
///
/// @param id the sender, and the id that this sender gave it
/// @param effectiveAt to the microsecond
/// @param corrects the observation of the same sender that it replaces, if any
public record Submission(
        ObservationId id, Subject subject, Instant effectiveAt, Content content, Optional<ObservationId> corrects) {
    public Submission {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Kind kind() {
        return content.kind();
    }

    /// The observation it withdraws: the target of a retraction, or the corrected observation.
    public Optional<RetractionTarget> withdraws() {
        return content instanceof Retraction(var target, var _)
                ? Optional.of(target)
                : corrects.map(RetractionTarget::of);
    }

    /// The same submission with another id.
    public Submission withId(ObservationId other) {
        return new Submission(other, subject, effectiveAt, content, corrects);
    }

    /// The same submission for a patient.
    public Submission about(PatientId patient) {
        return new Submission(id, new Subject.ByPatient(patient), effectiveAt, content, corrects);
    }

    public Sender sender() {
        return id.sender();
    }

    /// The observation, once its patient is known.
    public Observation of(PatientId patientId, Instant receivedAt) {
        var device =
                subject instanceof Subject.ByDevice(var deviceId) ? Optional.of(deviceId) : Optional.<DeviceId>empty();
        return new Observation(id, patientId, effectiveAt, receivedAt, content, device);
    }
}
