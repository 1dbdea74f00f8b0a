package health.vigil.history;

import health.vigil.grading.Grader;
import java.time.Instant;

/// Where a fold begins.
///
/// @param checkpoint its `knownAt` covers the grader's baseline and attributions too
public record FoldStart(Episode episode, Grader grader, Checkpoint checkpoint) {
    public Instant after() {
        return checkpoint.chart().asOf();
    }
}
