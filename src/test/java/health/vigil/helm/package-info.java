/// Renders the chart without a cluster, and parses it into the types of Kubernetes and its operators.
@NullMarked
package health.vigil.helm;

import org.jspecify.annotations.NullMarked;
