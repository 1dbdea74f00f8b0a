package health.vigil.role;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Checks PostgreSQL for health.
@Singleton
class DatabaseHealth implements Worker {
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource source;

    DatabaseHealth(DataSource source) {
        this.source = source;
    }

    @Override
    public Job job() {
        return Job.DATABASE;
    }

    @Override
    public boolean ready() {
        try (var connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
