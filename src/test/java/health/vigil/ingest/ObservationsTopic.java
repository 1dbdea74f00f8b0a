package health.vigil.ingest;

import health.vigil.stream.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// The topic as another system reads it.
public final class ObservationsTopic {
    private ObservationsTopic() {}

    /// A record's key and value.
    public record TopicRecord(String key, String value) {}

    /// All records whose value contains a text, with everything acknowledged before.
    public static List<TopicRecord> holding(String text) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.OBSERVATIONS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var seen = new ArrayList<TopicRecord>();
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value().contains(text)) {
                        seen.add(new TopicRecord(record.key(), record.value()));
                    }
                });
            }
            return seen;
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }
}
