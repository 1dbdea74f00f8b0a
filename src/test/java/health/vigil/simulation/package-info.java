/// Tests of the simulations.
@NullMarked
package health.vigil.simulation;

import org.jspecify.annotations.NullMarked;
