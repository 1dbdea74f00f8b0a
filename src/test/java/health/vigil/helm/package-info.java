/// The chart, rendered without a cluster and read into the types of Kubernetes and its operators.
@NullMarked
package health.vigil.helm;

import org.jspecify.annotations.NullMarked;
