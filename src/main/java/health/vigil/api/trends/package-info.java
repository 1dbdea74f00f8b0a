/// What was measured over the days, thinned to what a chart can show without losing an extreme.
@NullMarked
package health.vigil.api.trends;

import org.jspecify.annotations.NullMarked;
