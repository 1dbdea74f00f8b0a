@NullMarked
package health.vigil.api.observation;

import org.jspecify.annotations.NullMarked;
