/// The embedded room against real processes, and the servers it lends to every other test.
@NullMarked
package health.vigil.embedded;

import org.jspecify.annotations.NullMarked;
