package health.vigil.monitor.loop;

import health.vigil.alert.AlertRules;
import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.monitor.batch.FoldMemory;
import health.vigil.monitor.batch.MachineAudit;
import health.vigil.monitor.batch.Regrading;
import health.vigil.store.Database;
import health.vigil.store.Partitions;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The ledger in PostgreSQL.
@ApplicationScoped
class StoredLedger implements Ledger {
    private final Database database;
    private final Regrading regrading;
    private final FoldMemory memory;
    private final AlertRules rules;
    private final PolicyActivation policy;
    private final MachineAudit audit = new MachineAudit();

    StoredLedger(Database database, Regrading regrading, FoldMemory memory, AlertRules rules, PolicyActivation policy) {
        this.database = database;
        this.regrading = regrading;
        this.memory = memory;
        this.rules = rules;
        this.policy = policy;
    }

    @Override
    public Optional<Claim> claim(PartitionId source, String owner, long beginning) {
        policy.take();
        return database.transact(sql -> {
            policy.takeOver(sql, source);
            return Partitions.claim(sql, source, owner, beginning);
        });
    }

    @Override
    public BatchTransaction.BatchResult apply(Batch batch) {
        var result = memory.after(
                batch.claim(),
                () -> database.transact(sql -> new BatchTransaction(sql, batch, regrading, rules, audit).run()),
                BatchTransaction.BatchResult::graded);
        audit.remember(result.posts());
        return result;
    }
}
