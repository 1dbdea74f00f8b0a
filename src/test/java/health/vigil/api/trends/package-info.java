@NullMarked
package health.vigil.api.trends;

import org.jspecify.annotations.NullMarked;
