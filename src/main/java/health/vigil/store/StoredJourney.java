package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A journey as lists need it.
///
/// @param number the number under which it was begun
/// @param patient the number that stands for the patient
/// @param episode the episode that its infusion opened
public record StoredJourney(
        UUID id,
        PatientId number,
        PatientId patient,
        String ward,
        Instant nextAt,
        Optional<JoinedEpisode> episode,
        Instant createdAt,
        String createdBy) {
    /// Stands for a next step without a date, after all that have one.
    public static final Instant NO_DATE = Instant.parse("9999-12-31T00:00:00Z");

    /// The episode that the infusion opened.
    ///
    /// @param ward where the patient is
    /// @param voided whether the admission was made in error
    public record JoinedEpisode(UUID id, String ward, boolean voided) {}
}
