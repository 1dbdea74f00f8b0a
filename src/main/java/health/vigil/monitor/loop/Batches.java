package health.vigil.monitor.loop;

import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.Poison;
import health.vigil.store.Partitions.Claim;
import health.vigil.trace.Traces.Interval;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Applies batches. A record that can never be applied goes to quarantine, so that it does not block its
/// partition.
final class Batches {
    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final Ledger ledger;
    private final MonitorMetrics metrics;

    Batches(Ledger ledger, MonitorMetrics metrics) {
        this.ledger = ledger;
        this.metrics = metrics;
    }

    /// Applies a batch in one transaction. If a record is poison, the batch is split until that record is
    /// alone.
    ///
    /// @return the claim where the next batch starts
    /// @throws health.vigil.monitor.batch.ClaimLost when another member has claimed the partition
    /// @throws health.vigil.store.DatabaseFailure when a retry may help; the caller must read again how much
    ///     was applied
    Claim apply(Batch batch) {
        try {
            transact(batch);
        } catch (RuntimeException failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            isolate(batch, failure);
        }
        return batch.claim().at(batch.next());
    }

    private void transact(Batch batch) {
        var start = Instant.now();
        var result = ledger.apply(batch);
        metrics.applied(new CommittedBatch(batch, result, new Interval(start, Instant.now())));
    }

    /// Splits the batch until the failing record is alone, and puts that record into quarantine.
    private void isolate(Batch batch, RuntimeException failure) {
        var records = batch.records();
        if (records.size() > 1) {
            var half = records.size() / 2;
            apply(batch.first(half));
            apply(batch.rest(half));
            return;
        }
        LOG.errorf(
                "A record could not be applied and is kept in quarantine: %s, partition %d, offset %d",
                Poison.describe(failure),
                batch.claim().source().partition(),
                batch.claim().nextOffset());
        transact(batch.with(List.of(records.getFirst().poisoned("It could not be applied"))));
    }
}
