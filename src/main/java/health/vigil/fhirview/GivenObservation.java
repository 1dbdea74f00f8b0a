package health.vigil.fhirview;

import health.vigil.exchange.BusinessId.SentIdentifier;
import health.vigil.exchange.StatementStatus;
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
/// @param source the statement that it is a part of, if another system reported it
public record GivenObservation(
        Observation observation,
        PatientId subject,
        Optional<String> author,
        boolean verified,
        Optional<RetractionNote> withdrawal,
        Instant updatedAt,
        Optional<GivenSource> source) {
    /// The retraction of an observation.
    ///
    /// @param reason absent if the retraction cannot be read any more
    public record RetractionNote(Instant at, Optional<String> reason) {}

    /// The statement of another system.
    ///
    /// @param identifier the sender's own, if it gave one
    public record GivenSource(StatementStatus status, Optional<SentIdentifier> identifier) {}

    /// The same with another withdrawal.
    public GivenObservation withdrawn(Optional<RetractionNote> note) {
        return new GivenObservation(observation, subject, author, verified, note, updatedAt, source);
    }

    ObservationId id() {
        return observation.id();
    }

    boolean withdrawn() {
        return withdrawal.isPresent();
    }
}
