package health.vigil.monitor.loop;

import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.BatchTransaction;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import java.util.Optional;

/// The database operations of the loop. Each call is one transaction. A call that fails may still have been
/// committed.
///
/// All methods throw {@link health.vigil.store.DatabaseFailure}.
interface Ledger {
    /// Claims a partition for an owner.
    ///
    /// @param beginning the first offset of the log, used if the partition is new
    /// @return empty if the stored offsets belong to another topic
    Optional<Claim> claim(PartitionId source, String owner, long beginning);

    /// Applies a batch.
    ///
    /// @throws health.vigil.monitor.batch.ClaimLost when another member has claimed the partition
    BatchTransaction.BatchResult apply(Batch batch);
}
