@NullMarked
package health.vigil.api;

import org.jspecify.annotations.NullMarked;
