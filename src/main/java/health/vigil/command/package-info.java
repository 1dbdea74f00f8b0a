/// The commands of the command line that talk to a running service.
@NullMarked
package health.vigil.command;

import org.jspecify.annotations.NullMarked;
