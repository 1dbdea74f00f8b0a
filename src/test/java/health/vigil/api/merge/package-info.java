/// Tests of two numbers of one patient.
@NullMarked
package health.vigil.api.merge;

import org.jspecify.annotations.NullMarked;
