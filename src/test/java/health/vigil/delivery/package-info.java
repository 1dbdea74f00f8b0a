@NullMarked
package health.vigil.delivery;

import org.jspecify.annotations.NullMarked;
