package health.vigil.monitor;

import health.vigil.monitor.BatchTransaction.Result;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Partitions.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Applies batches, and sees to it that a record nobody can apply stops nobody: it is kept in quarantine.
@ApplicationScoped
class Batches {
    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final Database database;
    private final Regrading regrading;
    private final EscalationConfig escalation;
    private final MonitorMetrics metrics;

    Batches(Database database, Regrading regrading, EscalationConfig escalation, MonitorMetrics metrics) {
        this.database = database;
        this.regrading = regrading;
        this.escalation = escalation;
        this.metrics = metrics;
    }

    /// Applies a batch, in one transaction unless one of its records is poison.
    ///
    /// @return the claim where the next batch starts
    /// @throws ClaimLost when someone else has claimed the partition
    /// @throws DatabaseFailure when trying again later may help; how much was applied must be read anew
    Claim apply(Batch batch) {
        try {
            transact(batch);
        } catch (ClaimLost lost) {
            throw lost;
        } catch (RuntimeException failure) {
            if (failure instanceof DatabaseFailure database && !database.refusedData()) {
                throw failure;
            }
            isolate(batch, failure);
        }
        return batch.claim().at(batch.next());
    }

    private void transact(Batch batch) {
        var started = System.nanoTime();
        Result result =
                database.transact(sql -> new BatchTransaction(sql, batch, regrading, escalation.escalation()).run());
        metrics.applied(batch, result, System.nanoTime() - started);
    }

    /// Halves the batch until the record that fails is alone.
    private void isolate(Batch batch, RuntimeException failure) {
        var records = batch.records();
        if (records.size() > 1) {
            var half = records.size() / 2;
            apply(batch.first(half));
            apply(batch.rest(half));
            return;
        }
        LOG.errorf(
                "A record could not be applied and is kept in quarantine: %s at %s, partition %d, offset %d",
                failure instanceof DatabaseFailure database
                        ? database.getMessage()
                        : failure.getClass().getName(),
                failure.getStackTrace()[0],
                batch.claim().source().partition(),
                batch.claim().nextOffset());
        transact(batch.with(List.of(records.getFirst().poisoned("It could not be applied"))));
    }
}
