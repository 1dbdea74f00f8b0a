@NullMarked
package health.vigil.protocol;

import org.jspecify.annotations.NullMarked;
