@NullMarked
package health.vigil.api.observations;

import org.jspecify.annotations.NullMarked;
