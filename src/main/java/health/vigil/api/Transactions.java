package health.vigil.api;

import health.vigil.audit.AuditTrail;
import health.vigil.store.Commits;
import health.vigil.store.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.Session;

/// The transactions of the API. Entities and SQL statements share one connection, so both are committed or
/// neither is.
@ApplicationScoped
public class Transactions {
    private final Session session;
    private final AuditTrail trail;
    private final Commits commits;

    Transactions(Session session, AuditTrail trail, Commits commits) {
        this.session = session;
        this.trail = trail;
        this.commits = commits;
    }

    /// Makes a change and records its user in the same transaction, so there is no change without its record.
    public <T> T change(Function<Sql, T> work) {
        return run(sql -> {
            var result = work.apply(sql);
            session.flush();
            trail.write();
            return result;
        });
    }

    public <T> T run(Function<Sql, T> work) {
        var announced = new AtomicBoolean();
        var result = QuarkusTransaction.requiringNew()
                .call(() -> session.doReturningWork(connection -> run(new Sql(connection), work, announced)));
        if (announced.get()) {
            commits.notifyListeners();
        }
        return result;
    }

    private static <T> T run(Sql sql, Function<Sql, T> work, AtomicBoolean announced) {
        var result = work.apply(sql);
        if (sql.announced()) {
            // The monitors pass it on; they may be other processes. Monitors do not notify each other, because
            // `notify` makes commits wait for one another.
            sql.update("notify " + Commits.CHANNEL);
            announced.set(true);
        }
        return result;
    }
}
