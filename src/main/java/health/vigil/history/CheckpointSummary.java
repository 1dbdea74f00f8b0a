package health.vigil.history;

import java.time.Instant;

/// The age of a checkpoint and its number of observations.
public record CheckpointSummary(Instant asOf, long observations) {}
