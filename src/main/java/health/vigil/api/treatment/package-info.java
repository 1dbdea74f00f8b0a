/// What was given to a patient, and what the hospital's limits leave: facts beside the grades.
@NullMarked
package health.vigil.api.treatment;

import org.jspecify.annotations.NullMarked;
