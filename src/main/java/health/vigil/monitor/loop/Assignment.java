package health.vigil.monitor.loop;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// Notes which partitions this member has been given. It only marks: a callback that fails is not called again, so what
/// could fail is done by the loop. A new partition rests, at a made-up place, until the loop has claimed it.
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
        partitions.forEach(this::hold);
    }

    /// Has nothing of a partition fetched, wherever it stood.
    void hold(TopicPartition partition) {
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

    /// Those given since this was last asked: one that was lost and given again meanwhile is not where it was.
    Set<TopicPartition> fresh() {
        var given = new LinkedHashSet<>(fresh);
        fresh.clear();
        return given;
    }

    /// Whether the group has given this member its share, which may be none.
    boolean joined() {
        return joined;
    }
}
