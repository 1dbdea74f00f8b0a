/// The chart's pods as processes: the packaged artifact, with exactly the environment that the chart renders.
@NullMarked
package health.vigil.cluster;

import org.jspecify.annotations.NullMarked;
