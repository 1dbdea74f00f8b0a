package health.vigil.api;

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

    Transactions(Session session) {
        this.session = session;
    }

    public <T> T run(Function<Sql, T> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.doReturningWork(connection -> work.apply(new Sql(connection))));
    }
}
