package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The SQL statements of one connection.
///
/// Arguments may be instants, words, optionals (null if empty), bytes, {@link Column}s and JDBC types.
public final class Sql {
    /// The number of rows per fetch, so that a long history does not fill the memory.
    private static final int FETCH = 2000;

    private final Connection connection;
    private boolean announced;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /// Notes that the transaction writes messages, so that the workers that pass them on are woken after its
    /// commit.
    public void announce() {
        announced = true;
    }

    public boolean announced() {
        return announced;
    }

    /// Executes a write and returns the number of changed rows.
    public int update(String text, Object... arguments) {
        try (var statement = connection.prepareStatement(text)) {
            Parameters.bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public <T> List<T> list(String text, Function<ResultRow, T> reading, Object... arguments) {
        var rows = new ArrayList<T>();
        each(text, row -> rows.add(reading.apply(row)), arguments);
        return rows;
    }

    public <T> Optional<T> first(String text, Function<ResultRow, T> reading, Object... arguments) {
        return list(text, reading, arguments).stream().findFirst();
    }

    /// The time of the database, on which all replicas agree.
    public Instant now() {
        return first("select clock_timestamp() as now", row -> row.instant("now"))
                .orElseThrow();
    }

    /// Passes the rows to a consumer as they arrive.
    public void each(String text, Consumer<ResultRow> consumer, Object... arguments) {
        try (var statement = connection.prepareStatement(text)) {
            statement.setFetchSize(FETCH);
            Parameters.bind(statement, arguments);
            read(statement, consumer);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static void read(PreparedStatement statement, Consumer<ResultRow> consumer) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            var row = new ResultRow(result);
            while (result.next()) {
                consumer.accept(row);
            }
        }
    }
}
