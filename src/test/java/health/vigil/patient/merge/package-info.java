/// Tests of merged patient numbers.
@NullMarked
package health.vigil.patient.merge;

import org.jspecify.annotations.NullMarked;
