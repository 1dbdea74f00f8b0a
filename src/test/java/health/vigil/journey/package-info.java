@NullMarked
package health.vigil.journey;

import org.jspecify.annotations.NullMarked;
