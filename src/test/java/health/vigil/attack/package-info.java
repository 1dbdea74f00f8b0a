/// Attacks, and how the service answers them.
@NullMarked
package health.vigil.attack;

import org.jspecify.annotations.NullMarked;
