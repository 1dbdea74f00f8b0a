/// Which device measures which patient, and since when.
@NullMarked
package health.vigil.patient.device;

import org.jspecify.annotations.NullMarked;
