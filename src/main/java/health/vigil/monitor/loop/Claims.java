package health.vigil.monitor.loop;

import health.vigil.monitor.loop.Holding.Claimed;
import health.vigil.monitor.loop.Holding.Stopped;
import health.vigil.store.Partitions.PartitionId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Claims partitions. After a claim, the next transaction of the former owner fails at its first statement.
final class Claims {
    /// Identifies this process in the table `stream_partition`.
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    private final Ledger ledger;
    private final Topic topic;

    Claims(Ledger ledger, Topic topic) {
        this.ledger = ledger;
        this.topic = topic;
    }

    /// Claims a partition and checks that its next record still exists.
    ///
    /// @return `Claimed`, or `Stopped` when records are missing or the topic was replaced
    /// @throws health.vigil.store.DatabaseFailure when a retry may help
    /// @throws ApiException when the broker does not answer
    Holding take(Consumer<?, ?> consumer, TopicPartition partition) {
        var source = topic.source(partition.partition());
        var beginning = Optional.ofNullable(
                        consumer.beginningOffsets(Set.of(partition)).get(partition))
                .orElseThrow(() -> new UnknownTopicOrPartitionException("The broker does not know the partition"));
        return take(source, beginning);
    }

    private Holding take(PartitionId source, long beginning) {
        return ledger.claim(source, owner, beginning)
                .<Holding>map(claim -> claim.nextOffset() < beginning
                        ? new Stopped("records were deleted before they were applied")
                        : new Claimed(claim, Optional.empty()))
                .orElseGet(() -> new Stopped("the topic is not the one whose offsets are stored"));
    }
}
