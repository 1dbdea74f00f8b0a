/// Emergency access to a patient of another ward: it needs a reason, lasts one hour by default, and alerts the
/// ward.
@NullMarked
package health.vigil.patient.emergency;

import org.jspecify.annotations.NullMarked;
