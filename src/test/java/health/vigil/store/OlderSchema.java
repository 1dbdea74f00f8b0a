package health.vigil.store;

import health.vigil.embedded.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// A separate schema in the state of an older version, for a test to fill and upgrade.
final class OlderSchema implements AutoCloseable {
    private final String name = "before_" + UUID.randomUUID().toString().replace("-", "");
    private final Connection connection;
    private final Sql sql;

    private OlderSchema(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /// @param version of the newest migration that it has
    static OlderSchema at(String version) {
        try {
            var schema = new OlderSchema(
                    DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password")));
            schema.migrations().target(version).load().migrate();
            schema.sql.update("set search_path to " + schema.name + ", public");
            return schema;
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static String setting(String name) {
        return Optional.ofNullable(TestStack.configuration().get("quarkus.datasource." + name))
                .orElseThrow();
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(setting("jdbc.url"), setting("username"), setting("password"))
                .schemas(name);
    }

    Sql sql() {
        return sql;
    }

    void upgrade() {
        migrations().load().migrate();
    }

    @Override
    public void close() throws SQLException {
        sql.update("drop schema " + name + " cascade");
        connection.close();
    }
}
