/// The packaged artifact as a cluster runs it: one process for each pod, told exactly what the chart tells it.
@NullMarked
package health.vigil.cluster;

import org.jspecify.annotations.NullMarked;
