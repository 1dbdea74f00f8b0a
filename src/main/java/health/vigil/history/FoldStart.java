package health.vigil.history;

import health.vigil.grading.Grader;
import java.time.Instant;

/// The start of a fold.
///
/// @param checkpoint its `knownAt` includes the grader's baseline and attributions
public record FoldStart(Episode episode, Grader grader, Checkpoint checkpoint) {
    public Instant after() {
        return checkpoint.chart().asOf();
    }
}
