package health.vigil.monitor.loop;

import health.vigil.store.Partitions.PartitionId;
import health.vigil.stream.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.InterruptException;

/// The stream's topic, as the broker's admin API describes it.
@ApplicationScoped
class KafkaTopic implements Topic {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private Optional<Admin> admin = Optional.empty();
    private volatile int partitions;

    KafkaTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    @Override
    public PartitionId source(int partition) {
        return new PartitionId(Topics.OBSERVATIONS, describe().topicId().toString(), partition);
    }

    @Override
    public int partitions() {
        return partitions == 0 ? describe().partitions().size() : partitions;
    }

    private TopicDescription describe() {
        var topic = ask();
        partitions = topic.partitions().size();
        return topic;
    }

    private TopicDescription ask() {
        try {
            var described = open().describeTopics(List.of(Topics.OBSERVATIONS)).allTopicNames();
            return Optional.ofNullable(described
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .get(Topics.OBSERVATIONS))
                    .orElseThrow();
        } catch (ExecutionException | TimeoutException away) {
            throw new org.apache.kafka.common.errors.TimeoutException("The broker did not describe the topic", away);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private synchronized Admin open() {
        var settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "vigil-monitor-topic");
        var opened = admin.orElseGet(() -> Admin.create(settings));
        admin = Optional.of(opened);
        return opened;
    }

    @PreDestroy
    synchronized void close() {
        admin.ifPresent(open -> open.close(Duration.ZERO));
    }
}
