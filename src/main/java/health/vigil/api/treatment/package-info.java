/// A patient's doses, and what the hospital's limits still allow: facts beside the grades.
@NullMarked
package health.vigil.api.treatment;

import org.jspecify.annotations.NullMarked;
