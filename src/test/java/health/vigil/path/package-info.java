/// The whole way, from a post to a grade, an alert and a stream, on the real broker and the real database.
@NullMarked
package health.vigil.path;

import org.jspecify.annotations.NullMarked;
