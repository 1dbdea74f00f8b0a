package health.vigil.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Runs SQL in tests.
record Database(String url, String user, String password) {
    static Database of(EmbeddedPostgres server) {
        return new Database(server.jdbcUrl(), server.user(), server.password());
    }

    void execute(String statement) throws SQLException {
        try (var connection = connection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    List<String> column(String query) throws SQLException {
        try (var connection = connection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    String value(String query) throws SQLException {
        return column(query).getFirst();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
