package health.vigil.monitor.loop;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// Records which partitions this member is assigned. The callbacks only record, because Kafka does not repeat
/// a callback that failed; {@link Reader} does the work that can fail. A new partition stays paused, at a
/// dummy offset, until it is claimed.
final class Assignment implements ConsumerRebalanceListener {
    private final Consumer<?, ?> consumer;
    private final Set<TopicPartition> assigned = new LinkedHashSet<>();
    private final Set<TopicPartition> fresh = new LinkedHashSet<>();
    private volatile boolean joined;

    Assignment(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        assigned.addAll(partitions);
        fresh.addAll(partitions);
        partitions.forEach(this::pause);
    }

    /// Stops fetching from a partition and drops its position.
    void pause(TopicPartition partition) {
        consumer.pause(Set.of(partition));
        consumer.seek(partition, 0);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
    }

    Set<TopicPartition> partitions() {
        return new LinkedHashSet<>(assigned);
    }

    /// The partitions assigned since the last call, each returned once. A partition that was lost and
    /// assigned again is among them: its position is no longer valid.
    Set<TopicPartition> fresh() {
        var given = new LinkedHashSet<>(fresh);
        fresh.clear();
        return given;
    }

    /// Whether the group has completed the first assignment; that assignment may be empty.
    boolean joined() {
        return joined;
    }
}
