package health.vigil.store;

import java.sql.SQLException;

/// PostgreSQL did not do what it was asked. The message names the SQL state only: the server's own may hold values.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String state;

    public DatabaseFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState(), cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /// Whether the data itself was refused (SQL state class 22 or 23), so that trying again cannot help.
    public boolean refusedData() {
        return state.startsWith("22") || state.startsWith("23");
    }
}
