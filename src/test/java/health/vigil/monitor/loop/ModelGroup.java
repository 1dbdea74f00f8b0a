package health.vigil.monitor.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// The consumer group: who is in it, and whose each partition is to be. A partition is given on when its owner has let
/// go of it, or has been put out of the group without knowing.
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

    /// What a member is to have, without what another member has not let go of yet.
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
