@NullMarked
package health.vigil.stream;

import org.jspecify.annotations.NullMarked;
