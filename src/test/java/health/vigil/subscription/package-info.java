@NullMarked
package health.vigil.subscription;

import org.jspecify.annotations.NullMarked;
