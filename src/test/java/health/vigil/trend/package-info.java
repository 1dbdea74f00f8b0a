@NullMarked
package health.vigil.trend;

import org.jspecify.annotations.NullMarked;
