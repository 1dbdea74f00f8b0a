/// The chart's pods as processes: the packaged artifact with exactly the configuration and environment of
/// the chart.
@NullMarked
package health.vigil.cluster;

import org.jspecify.annotations.NullMarked;
