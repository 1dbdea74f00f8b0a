@NullMarked
package health.vigil.patient.device;

import org.jspecify.annotations.NullMarked;
