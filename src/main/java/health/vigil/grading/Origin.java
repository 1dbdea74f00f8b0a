package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;

/// The observation that evidence comes from, and its effective time.
public record Origin(ObservationId id, Instant at) {}
