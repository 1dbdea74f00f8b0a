/// Tests of two numbers of one patient.
@NullMarked
package health.vigil.patient.merge;

import org.jspecify.annotations.NullMarked;
