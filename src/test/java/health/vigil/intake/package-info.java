@NullMarked
package health.vigil.intake;

import org.jspecify.annotations.NullMarked;
