package health.vigil.history;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What grading and alerting need of an episode.
///
/// @param first the patient's earliest: what is older than its infusion belongs to it too
/// @param endsBefore the infusion of the patient's next episode: what is observed from then on belongs to that
/// @param admittedAt since when it is watched
/// @param gradedTo how far the history of grades has been told
/// @param gradingUnavailable why automatic grading failed; absent while it works
public record Episode(
        UUID id,
        PatientId patient,
        LocalDate birthDate,
        Instant infusedAt,
        boolean first,
        Optional<Instant> endsBefore,
        String ward,
        String bed,
        Instant admittedAt,
        Optional<Instant> gradedTo,
        Optional<String> gradingUnavailable) {
    /// Whether what happened at an instant takes part in the grading of this episode.
    public boolean covers(Instant instant) {
        return !instant.isBefore(infusedAt) && endsBefore.map(instant::isBefore).orElse(true);
    }

    /// The last instant of it that is not after another.
    public Instant last(Instant upTo) {
        return endsBefore
                .map(end -> end.minusNanos(1000))
                .filter(end -> end.isBefore(upTo))
                .orElse(upTo);
    }

    /// Whether what is dated at an instant belongs to this episode: the latest infused at or before it, else the
    /// earliest.
    public boolean owns(Instant instant) {
        return covers(instant) || (first && instant.isBefore(infusedAt));
    }
}
