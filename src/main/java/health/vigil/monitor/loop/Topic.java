package health.vigil.monitor.loop;

import health.vigil.store.Partitions.PartitionId;

/// The stream's topic.
interface Topic {
    /// The identity of a partition, which includes the id of its topic.
    ///
    /// @throws org.apache.kafka.common.errors.ApiException while the broker does not answer
    PartitionId source(int partition);

    /// The number of partitions when the broker last answered.
    ///
    /// @throws org.apache.kafka.common.errors.ApiException if the broker has never answered
    int partitions();
}
