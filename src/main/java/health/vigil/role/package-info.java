/// The roles of this process, their jobs, and their health.
@NullMarked
package health.vigil.role;

import org.jspecify.annotations.NullMarked;
