@NullMarked
package health.vigil.monitor;

import org.jspecify.annotations.NullMarked;
