/// Traces an observation from its POST to the alert that it raises.
@NullMarked
package health.vigil.trace;

import org.jspecify.annotations.NullMarked;
