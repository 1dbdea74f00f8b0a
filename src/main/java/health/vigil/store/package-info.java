/// Access to PostgreSQL: Hibernate entities, and JDBC for bulk work. Rows do not leave this room except to
/// its direct callers. The migrations describe the tables and their writers.
@NullMarked
package health.vigil.store;

import org.jspecify.annotations.NullMarked;
