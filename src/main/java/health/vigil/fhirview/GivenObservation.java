package health.vigil.fhirview;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;

/// An observation to give out.
///
/// @param subject the number that stands for its patient
/// @param author who entered it, if a person or a system did
/// @param verified whether the author was signed in, and not only named by another system
/// @param withdrawal its retraction, if it was retracted
/// @param updatedAt when it was last changed
public record GivenObservation(
        Observation observation,
        PatientId subject,
        Optional<String> author,
        boolean verified,
        Optional<RetractionNote> withdrawal,
        Instant updatedAt) {
    /// The retraction of an observation.
    ///
    /// @param reason absent if the retraction cannot be read any more
    public record RetractionNote(Instant at, Optional<String> reason) {}

    ObservationId id() {
        return observation.id();
    }

    boolean withdrawn() {
        return withdrawal.isPresent();
    }
}
