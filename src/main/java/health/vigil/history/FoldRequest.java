package health.vigil.history;

import java.time.Instant;

/// An episode to be graded from a chart older than `before`.
public record FoldRequest(Episode episode, Instant before) {}
