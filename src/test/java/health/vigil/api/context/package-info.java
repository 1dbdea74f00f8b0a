@NullMarked
package health.vigil.api.context;

import org.jspecify.annotations.NullMarked;
