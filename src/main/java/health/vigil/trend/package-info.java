/// What was measured over the days, thinned to what a chart can show without losing an extreme.
@NullMarked
package health.vigil.trend;

import org.jspecify.annotations.NullMarked;
