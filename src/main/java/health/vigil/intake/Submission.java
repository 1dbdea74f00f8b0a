package health.vigil.intake;

import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An observation as it was sent, in canonical units, before anyone knows which patient a device stands for.
///
/// @param effectiveAt to the microsecond
public record Submission(ObservationId id, Sender sender, Instant effectiveAt, Content content) {
    public Submission {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Kind kind() {
        return content.kind();
    }

    /// The observation of a patient, once it is known whose it is.
    public Observation of(PatientId patientId, Instant receivedAt) {
        return new Observation(id, patientId, effectiveAt, receivedAt, content);
    }
}
