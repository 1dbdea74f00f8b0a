package health.vigil.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/// Runs our own transactions on plain JDBC, apart from Hibernate. The isolation level is READ COMMITTED.
@ApplicationScoped
public class Database {
    private final DataSource source;
    private final Commits commits;

    @Inject
    public Database(DataSource source, Commits commits) {
        this.source = source;
        this.commits = commits;
    }

    /// A database whose commits wake no worker.
    public Database(DataSource source) {
        this(source, new Commits());
    }

    /// Runs work in a transaction. If the commit itself fails, the outcome is unknown and the caller must
    /// read the state again.
    public <T> T transact(Function<Sql, T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            return transact(connection, work);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public void execute(Consumer<Sql> work) {
        transact(sql -> {
            work.accept(sql);
            return true;
        });
    }

    /// Runs work in a transaction that is always rolled back: it shows what the work would do, and stores nothing.
    public <T> T dryRun(Function<Sql, T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            return rolledBack(connection, work);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static <T> T rolledBack(Connection connection, Function<Sql, T> work) throws SQLException {
        try {
            var result = work.apply(new Sql(connection));
            connection.rollback();
            return result;
        } catch (RuntimeException | Error failure) {
            rollback(connection, failure);
            throw failure;
        }
    }

    /// Reads from one snapshot.
    public <T> T read(Function<Sql, T> reading) {
        return transact(sql -> {
            sql.update("set transaction isolation level repeatable read, read only");
            return reading.apply(sql);
        });
    }

    /// Queries outside of a transaction. If the server stays silent for longer than `silence`, its connection is
    /// dropped, because the query cannot be cancelled either.
    ///
    /// @throws DatabaseFailure also after the silence
    public <T> T ask(Duration silence, Function<Sql, T> question) {
        try (var connection = source.getConnection()) {
            return ask(connection, Math.toIntExact(silence.toMillis()), question);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static <T> T ask(Connection connection, int millis, Function<Sql, T> question) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, millis);
        try {
            return question.apply(new Sql(connection));
        } finally {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        }
    }

    private <T> T transact(Connection connection, Function<Sql, T> work) throws SQLException {
        var sql = new Sql(connection);
        var result = committed(connection, sql, work);
        if (sql.announced()) {
            commits.notifyListeners();
        }
        return result;
    }

    private static <T> T committed(Connection connection, Sql sql, Function<Sql, T> work) throws SQLException {
        try {
            var result = work.apply(sql);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            // Always roll back: a connection that returns to the pool inside a transaction could commit it.
            rollback(connection, failure);
            throw failure;
        }
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            reason.addSuppressed(failure);
        }
    }
}
