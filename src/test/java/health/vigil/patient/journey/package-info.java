@NullMarked
package health.vigil.patient.journey;

import org.jspecify.annotations.NullMarked;
