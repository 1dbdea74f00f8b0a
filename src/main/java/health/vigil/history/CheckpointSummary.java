package health.vigil.history;

import java.time.Instant;

/// Where a checkpoint stands: how old it is and how much it holds.
public record CheckpointSummary(Instant asOf, long observations) {}
