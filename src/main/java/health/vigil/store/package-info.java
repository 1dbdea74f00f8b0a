/// PostgreSQL: entities for what is not bulk, and the bulk path by JDBC. Rows never leave this room but to its
/// callers' own code; the tables and their writers are described in the migration.
@NullMarked
package health.vigil.store;

import org.jspecify.annotations.NullMarked;
