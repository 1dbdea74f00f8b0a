@NullMarked
package health.vigil.intake.stream;

import org.jspecify.annotations.NullMarked;
