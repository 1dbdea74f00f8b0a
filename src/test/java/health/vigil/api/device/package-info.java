@NullMarked
package health.vigil.api.device;

import org.jspecify.annotations.NullMarked;
