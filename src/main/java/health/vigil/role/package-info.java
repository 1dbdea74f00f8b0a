/// The roles that this process plays, and its health in each of them.
@NullMarked
package health.vigil.role;

import org.jspecify.annotations.NullMarked;
