/// The entry point: `Vigil` starts the servers of one machine if none are configured, and then Quarkus.
@NullMarked
package health.vigil;

import org.jspecify.annotations.NullMarked;
