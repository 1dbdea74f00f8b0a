@NullMarked
package health.vigil.api.trend;

import org.jspecify.annotations.NullMarked;
