package health.vigil.audit;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Writes the audit trail.
@Singleton
class AuditLog {
    private static final String APPEND = """
            insert into audit (at, actor, role, action, patient_id, source, outcome, reason, shown)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource source;

    AuditLog(DataSource source) {
        this.source = source;
    }

    /// Appends entries in the caller's transaction.
    void append(List<AuditEntry> entries) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            for (var entry : entries) {
                fill(statement, entry);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, AuditEntry entry) throws SQLException {
        statement.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
        statement.setString(2, entry.actor());
        statement.setString(3, entry.role().orElse(null));
        statement.setString(4, entry.action());
        statement.setString(5, entry.patientId().orElse(null));
        statement.setString(6, entry.source());
        statement.setInt(7, entry.outcome());
        statement.setString(8, entry.reason().orElse(null));
        statement.setArray(9, shown(statement, entry));
    }

    private static @Nullable Array shown(PreparedStatement statement, AuditEntry entry) throws SQLException {
        return entry.shown().isEmpty()
                ? null
                : statement
                        .getConnection()
                        .createArrayOf("varchar", entry.shown().toArray());
    }
}
