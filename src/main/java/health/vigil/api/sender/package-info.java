/// The systems that send messages.
@NullMarked
package health.vigil.api.sender;

import org.jspecify.annotations.NullMarked;
