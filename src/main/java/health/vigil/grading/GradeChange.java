package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A change of one grade at an instant of clinical time.
///
/// @param cause the observation that caused it; absent if it was the passing of time
public record GradeChange(Syndrome syndrome, Instant at, Grade from, Grade to, Optional<ObservationId> cause) {
    /// Whether the new grade is above the one before. A change to 0 is never a rise, even from an unknown grade.
    public boolean rise() {
        return to.above(from) && to != Grade.ZERO;
    }
}
