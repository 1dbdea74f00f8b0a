/// What became of each observation, and what was observed of a patient.
@NullMarked
package health.vigil.api.observation;

import org.jspecify.annotations.NullMarked;
