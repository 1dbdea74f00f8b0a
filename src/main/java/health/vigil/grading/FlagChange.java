package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A flag that went up or down at an instant.
///
/// @param cause the observation that caused it; absent if it was the passing of time
public record FlagChange(Syndrome syndrome, Flag flag, Instant at, boolean up, Optional<ObservationId> cause) {}
