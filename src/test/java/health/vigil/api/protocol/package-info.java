@NullMarked
package health.vigil.api.protocol;

import org.jspecify.annotations.NullMarked;
