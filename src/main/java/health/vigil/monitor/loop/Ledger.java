package health.vigil.monitor.loop;

import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import java.util.Optional;

/// What the loop has the database do. Each call is one transaction; one that fails may still have been committed.
///
/// All of them throw {@link health.vigil.store.DatabaseFailure}.
interface Ledger {
    /// Takes a partition over from whoever had it; empty when the stored offsets are those of another topic.
    ///
    /// @param beginning the first offset, if the partition is new
    Optional<Claim> claim(PartitionId source, String owner, long beginning);

    /// Applies a batch.
    ///
    /// @throws health.vigil.monitor.batch.ClaimLost when someone else has claimed the partition
    BatchTransaction.Result apply(Batch batch);
}
