package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;

/// The start of a running infusion.
public record RunningSince(Instant at, ObservationId id) {}
