/// What outsiders talk to: REST, events, problems, pages, and the frame that every answer shares.
@NullMarked
package health.vigil.api;

import org.jspecify.annotations.NullMarked;
