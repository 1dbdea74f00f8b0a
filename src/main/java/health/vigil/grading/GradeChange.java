package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A change of one grade at an instant of clinical time.
///
/// @param cause the observation that changed it; absent when it was time passing
public record GradeChange(Syndrome syndrome, Instant at, Grade from, Grade to, Optional<ObservationId> cause) {
    public boolean rise() {
        return to != Grade.UNKNOWN && to.above(from) && to != Grade.ZERO;
    }
}
