/// The roles that this process plays, the work that each of them does, and their health.
@NullMarked
package health.vigil.role;

import org.jspecify.annotations.NullMarked;
