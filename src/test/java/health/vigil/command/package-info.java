/// The commands.
@NullMarked
package health.vigil.command;

import org.jspecify.annotations.NullMarked;
