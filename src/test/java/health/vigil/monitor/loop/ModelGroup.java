package health.vigil.monitor.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// A model of the consumer group: its members and the target owner of each partition. A partition moves when
/// its owner has released it or was removed from the group without noticing.
final class ModelGroup {
    private final List<TopicPartition> partitions;
    private final List<ModelConsumer> members = new ArrayList<>();

    ModelGroup(List<TopicPartition> partitions) {
        this.partitions = List.copyOf(partitions);
    }

    void join(ModelConsumer member) {
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    void leave(ModelConsumer member) {
        members.remove(member);
    }

    boolean holds(ModelConsumer member) {
        return members.contains(member);
    }

    /// The target partitions of a member, without those that another member has not released.
    Set<TopicPartition> share(ModelConsumer member) {
        var share = new LinkedHashSet<TopicPartition>();
        for (int i = 0; i < partitions.size(); i++) {
            var partition = partitions.get(i);
            var owner = members.get(i % members.size());
            if (owner == member && !heldByAnother(partition, member)) {
                share.add(partition);
            }
        }
        return share;
    }

    private boolean heldByAnother(TopicPartition partition, ModelConsumer member) {
        return members.stream()
                .anyMatch(other -> other != member && other.assignment().contains(partition));
    }
}
