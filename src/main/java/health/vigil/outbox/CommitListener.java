package health.vigil.outbox;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.role.WorkerThread;
import health.vigil.store.Commits;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/// Receives notifications about commits of other processes (PostgreSQL's `listen`), and wakes the relay and the
/// couriers. It needs its own connection. Behind a pooler that assigns connections per transaction it receives
/// nothing; then the relay and the couriers poll.
@ApplicationScoped
class CommitListener implements Worker {
    private static final Logger LOG = Logger.getLogger(CommitListener.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DataSource source;
    private final Commits commits;
    private final WorkerThread thread =
            new WorkerThread(Thread.ofPlatform().name("vigil-commits"), this::work, TURN.multipliedBy(2));

    CommitListener(DataSource source, Commits commits) {
        this.source = source;
        this.commits = commits;
    }

    @Override
    public Job job() {
        return Job.COMMITS;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    private void work(WorkerThread thread) {
        while (thread.working()) {
            try (var connection = source.getConnection()) {
                listen(connection, thread);
            } catch (SQLException away) {
                LOG.debug("Notifications about commits of other processes do not arrive now", away);
                thread.rest(PAUSE);
            }
        }
    }

    /// A connection that still listens must not return to the pool.
    private void listen(Connection connection, WorkerThread thread) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Commits.CHANNEL);
            // Commits before this point caused no notification, so wake everyone once.
            commits.notifyListeners();
            var signals = connection.unwrap(PGConnection.class);
            while (thread.working()) {
                if (signals.getNotifications((int) TURN.toMillis()).length > 0) {
                    commits.notifyListeners();
                }
            }
        } finally {
            connection.abort(Runnable::run);
        }
    }
}
