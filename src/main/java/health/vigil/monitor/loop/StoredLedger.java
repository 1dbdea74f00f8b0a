package health.vigil.monitor.loop;

import health.vigil.alert.AlertRules;
import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.monitor.batch.MachinePosts;
import health.vigil.monitor.batch.Regrading;
import health.vigil.store.Database;
import health.vigil.store.Partitions;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The tables of PostgreSQL.
@ApplicationScoped
class StoredLedger implements Ledger {
    private final Database database;
    private final Regrading regrading;
    private final AlertRules rules;
    private final PolicyTurn policy;
    private final MachinePosts posts = new MachinePosts();

    StoredLedger(Database database, Regrading regrading, AlertRules rules, PolicyTurn policy) {
        this.database = database;
        this.regrading = regrading;
        this.rules = rules;
        this.policy = policy;
    }

    @Override
    public Optional<Claim> claim(Source source, String owner, long beginning) {
        policy.take();
        return database.transact(sql -> Partitions.claim(sql, source, owner, beginning));
    }

    @Override
    public BatchTransaction.Result apply(Batch batch) {
        var result = database.transact(sql -> new BatchTransaction(sql, batch, regrading, rules, posts).run());
        posts.told(result.posts());
        return result;
    }
}
