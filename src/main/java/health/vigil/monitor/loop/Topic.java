package health.vigil.monitor.loop;

import health.vigil.store.Partitions.PartitionId;

/// The stream's topic, as the broker describes it.
interface Topic {
    /// A partition, known by its topic's id.
    ///
    /// @throws org.apache.kafka.common.errors.ApiException while the broker does not tell
    PartitionId source(int partition);

    /// How many partitions the topic had when last asked.
    ///
    /// @throws org.apache.kafka.common.errors.ApiException while the broker never told
    int partitions();
}
