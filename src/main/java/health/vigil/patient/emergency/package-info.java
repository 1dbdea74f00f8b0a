/// Seeing a patient of a ward one does not work for: with a reason, for an hour, and everyone is told.
@NullMarked
package health.vigil.patient.emergency;

import org.jspecify.annotations.NullMarked;
