@NullMarked
package health.vigil.api.registry;

import org.jspecify.annotations.NullMarked;
