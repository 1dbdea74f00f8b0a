@NullMarked
package health.vigil.intake.unit;

import org.jspecify.annotations.NullMarked;
