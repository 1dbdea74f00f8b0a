/// The export for registries and trials.
@NullMarked
package health.vigil.api.registry;

import org.jspecify.annotations.NullMarked;
