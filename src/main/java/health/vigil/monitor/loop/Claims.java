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

/// Takes partitions over. From then on their former owner's transactions fail at the first statement.
final class Claims {
    /// Names this process in the table of partitions.
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    private final Ledger ledger;
    private final Topic topic;

    Claims(Ledger ledger, Topic topic) {
        this.ledger = ledger;
        this.topic = topic;
    }

    /// Takes a partition over, unless it must not be read.
    ///
    /// @throws health.vigil.store.DatabaseFailure when trying again later may help
    /// @throws ApiException when the broker did not answer
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
