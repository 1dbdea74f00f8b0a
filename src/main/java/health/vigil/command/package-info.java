/// The commands that are clients of a running service.
@NullMarked
package health.vigil.command;

import org.jspecify.annotations.NullMarked;
