package health.vigil.api;

import health.vigil.audit.AuditTrail;
import health.vigil.store.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.Session;

/// The transactions of the API, in which entities and statements share one connection: all of it is committed, or
/// nothing.
@ApplicationScoped
public class Transactions {
    private final Session session;
    private final AuditTrail trail;

    Transactions(Session session, AuditTrail trail) {
        this.session = session;
        this.trail = trail;
    }

    /// Changes something and records who did: what is not recorded is not done.
    public <T> T change(Function<Sql, T> work) {
        return run(sql -> {
            var result = work.apply(sql);
            session.flush();
            trail.done();
            return result;
        });
    }

    public <T> T run(Function<Sql, T> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.doReturningWork(connection -> work.apply(new Sql(connection))));
    }
}
