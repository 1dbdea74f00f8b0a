/// Tests of the traces.
@NullMarked
package health.vigil.trace;

import org.jspecify.annotations.NullMarked;
