/// What became of each observation, and what was observed of a patient.
@NullMarked
package health.vigil.api.observations;

import org.jspecify.annotations.NullMarked;
