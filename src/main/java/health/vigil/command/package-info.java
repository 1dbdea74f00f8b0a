/// The commands for administrators and integration engineers.
@NullMarked
package health.vigil.command;

import org.jspecify.annotations.NullMarked;
