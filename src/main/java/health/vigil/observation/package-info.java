/// Bedside observations: their kinds, units and plausible ranges. Pure code.
@NullMarked
package health.vigil.observation;

import org.jspecify.annotations.NullMarked;
