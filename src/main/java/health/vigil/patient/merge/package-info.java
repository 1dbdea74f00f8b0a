/// Says that two numbers are one patient, and takes it back.
@NullMarked
package health.vigil.patient.merge;

import org.jspecify.annotations.NullMarked;
