/// What all of the public API shares: cursors, lists, times in queries, bodies with all their violations at once. The
/// endpoints live in the packages below, one per capability. Serve owns them; they read and write PostgreSQL only.
@NullMarked
package health.vigil.api;

import org.jspecify.annotations.NullMarked;
