@NullMarked
package health.vigil.laboratory;

import org.jspecify.annotations.NullMarked;
