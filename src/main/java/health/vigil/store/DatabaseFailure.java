package health.vigil.store;

import java.sql.SQLException;
import java.util.Set;

/// A failed statement or connection. The message holds only the SQL state, because the server's message may
/// hold values.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Set<String> REFUSED = Set.of("21", "22", "23", "54");

    private final String state;

    public DatabaseFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState(), cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /// The failure of a question that is not asked, because the database failed a moment ago.
    public static DatabaseFailure resting() {
        return new DatabaseFailure(new SQLException("resting after a failure"));
    }

    /// Whether the database is unreachable: no connection (class 08), no resources (53), or shut down (57P).
    public boolean unreachable() {
        return state.isEmpty() || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    /// Whether the database refused the data, so that a retry cannot help: a value (SQL state class 22), a
    /// constraint (23), one row twice in a statement (21), or a limit of the server (54).
    public boolean refusedData() {
        return REFUSED.contains(state.substring(0, Math.min(2, state.length())));
    }
}
