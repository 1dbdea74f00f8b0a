package health.vigil.monitor.loop;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Makes consumers of the stream.
@ApplicationScoped
class StreamConsumer {
    private static final int BEATS = 10;

    private final Map<String, Object> broker;
    private final MonitorConfig config;

    StreamConsumer(@Identifier("default-kafka-broker") Map<String, Object> broker, MonitorConfig config) {
        this.broker = broker;
        this.config = config;
    }

    KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "vigil-monitor-" + UUID.randomUUID());
        settings.put(CommonClientConfigs.GROUP_ID_CONFIG, config.group());
        // A killed member's partitions were taken over in 9 s with the classic protocol, in 41 s with the new one.
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) config.session().toMillis());
        // A member learns that another has come or gone when it is next heard: partitions rest until then.
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                config.session().dividedBy(BEATS).toMillis());
        settings.put(
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) config.hang().toMillis());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) config.gather().toMillis());
        // Offsets are PostgreSQL's: Kafka is never asked where to go on, and never guesses.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                config.session().toMillis());
        return settings;
    }
}
