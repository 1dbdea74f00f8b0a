package health.vigil.role;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/// PostgreSQL, as health sees it.
@Singleton
class DatabaseHealth {
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource source;

    DatabaseHealth(DataSource source) {
        this.source = source;
    }

    boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
