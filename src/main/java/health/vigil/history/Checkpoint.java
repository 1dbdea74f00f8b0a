package health.vigil.history;

import health.vigil.grading.Chart;
import java.time.Instant;
import java.util.stream.Stream;

/// A chart after all observations up to `chart.asOf()`.
///
/// @param knownAt the latest receipt of anything that it contains
/// @param observations the number of observations folded into it
public record Checkpoint(Instant knownAt, long observations, Chart chart) {
    public Checkpoint knownAlso(Instant... more) {
        var newest = Stream.concat(Stream.of(knownAt), Stream.of(more)).max(Instant::compareTo);
        return new Checkpoint(newest.orElse(knownAt), observations, chart);
    }
}
