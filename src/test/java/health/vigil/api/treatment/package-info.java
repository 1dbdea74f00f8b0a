@NullMarked
package health.vigil.api.treatment;

import org.jspecify.annotations.NullMarked;
