/// Measurements over time, thinned for charts without losing an extreme.
@NullMarked
package health.vigil.trend;

import org.jspecify.annotations.NullMarked;
