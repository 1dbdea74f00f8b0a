@NullMarked
package health.vigil.context;

import org.jspecify.annotations.NullMarked;
