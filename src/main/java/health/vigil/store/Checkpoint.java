package health.vigil.store;

import health.vigil.grading.Chart;
import java.time.Instant;

/// A chart as it stood after all observations up to `chart.asOf()`.
///
/// @param knownAt nothing received later than this reached back into it
/// @param observations how many observations were folded into it
public record Checkpoint(Instant knownAt, long observations, Chart chart) {}
