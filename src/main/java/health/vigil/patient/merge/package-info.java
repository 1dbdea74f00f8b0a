/// Merges two numbers of one patient, and undoes merges.
@NullMarked
package health.vigil.patient.merge;

import org.jspecify.annotations.NullMarked;
