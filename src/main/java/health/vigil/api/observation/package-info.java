/// Reads single observations with their states, and a patient's observations.
@NullMarked
package health.vigil.api.observation;

import org.jspecify.annotations.NullMarked;
