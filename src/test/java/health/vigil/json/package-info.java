@NullMarked
package health.vigil.json;

import org.jspecify.annotations.NullMarked;
