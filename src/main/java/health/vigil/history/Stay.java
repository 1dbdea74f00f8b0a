package health.vigil.history;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The time in which a patient was watched for one therapy.
///
/// @param number the number that the patient was admitted under
/// @param endedAt the discharge; absent while the episode is active
public record Stay(UUID id, PatientId number, Instant admittedAt, Instant infusedAt, Optional<Instant> endedAt) {
    /// The admission or the first infusion, whichever is earlier.
    Instant begin() {
        return infusedAt.isBefore(admittedAt) ? infusedAt : admittedAt;
    }

    /// The discharge, but not later than the beginning of the next stay.
    Instant end(Instant next) {
        var end = endedAt.filter(next::isAfter).orElse(next);
        return end.isBefore(begin()) ? begin() : end;
    }

    boolean active() {
        return endedAt.isEmpty();
    }
}
