package health.vigil.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.stream.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the grades topic like another system.
final class GradesTopic implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, String> topic;
    private final List<JsonNode> told = new ArrayList<>();

    GradesTopic(String bootstrapServers) {
        topic = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        topic.assign(topic.partitionsFor(Topics.GRADES).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        topic.seekToBeginning(topic.assignment());
    }

    /// The changes of a patient that time caused, so far.
    List<JsonNode> byTime(String patient) throws IOException {
        var ends = topic.endOffsets(topic.assignment());
        while (ends.entrySet().stream().anyMatch(end -> topic.position(end.getKey()) < end.getValue())) {
            for (var record : topic.poll(Duration.ofMillis(200))) {
                told.add(JSON.readTree(record.value()));
            }
        }
        return told.stream()
                .filter(change -> change.path("patientId").asText().equals(patient)
                        && change.path("cause").asText().equals("time"))
                .toList();
    }

    @Override
    public void close() {
        topic.close();
    }
}
