/// What was seen or done at the bedside: observations, their units, and what is plausible. Pure.
@NullMarked
package health.vigil.observation;

import org.jspecify.annotations.NullMarked;
