/// Tests the whole path from a post to a grade, an alert and a stream, with a real broker and database.
@NullMarked
package health.vigil.path;

import org.jspecify.annotations.NullMarked;
