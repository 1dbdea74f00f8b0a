package health.vigil.history;

import java.time.Instant;

/// Requests the grades of an episode, from a chart older than `before`.
public record FoldRequest(Episode episode, Instant before) {}
