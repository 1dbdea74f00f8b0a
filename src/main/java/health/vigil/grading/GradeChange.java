package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A change of one grade at an instant of clinical time.
///
/// @param cause the observation that changed it; absent when it was time passing
public record GradeChange(Syndrome syndrome, Instant at, Grade from, Grade to, Optional<ObservationId> cause) {
    /// To a grade above the one before; 0 is none, even after one that was not known.
    public boolean rise() {
        return to.above(from) && to != Grade.ZERO;
    }
}
