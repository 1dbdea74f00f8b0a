/// Where the process begins: `Vigil` starts the servers of one machine if nobody named others, then Quarkus.
@NullMarked
package health.vigil;

import org.jspecify.annotations.NullMarked;
