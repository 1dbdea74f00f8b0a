package health.vigil.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Creates the producer that relays the outbox, in order and acknowledged by all in-sync replicas.
@ApplicationScoped
public class OutboxProducer {
    private final Map<String, Object> broker;

    public OutboxProducer(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    public Producer<byte[], byte[]> open() {
        var settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "vigil-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // All timeouts end before PostgreSQL's limit for idle transactions.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ProducerRecord<byte[], byte[]> record(String topic, Optional<String> key, String value) {
        var keyBytes = key.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
        return new ProducerRecord<>(topic, keyBytes, value.getBytes(StandardCharsets.UTF_8));
    }
}
