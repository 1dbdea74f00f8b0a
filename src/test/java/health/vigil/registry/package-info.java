@NullMarked
package health.vigil.registry;

import org.jspecify.annotations.NullMarked;
