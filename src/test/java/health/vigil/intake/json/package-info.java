@NullMarked
package health.vigil.intake.json;

import org.jspecify.annotations.NullMarked;
