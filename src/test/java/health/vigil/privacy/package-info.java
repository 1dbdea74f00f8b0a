@NullMarked
package health.vigil.privacy;

import org.jspecify.annotations.NullMarked;
