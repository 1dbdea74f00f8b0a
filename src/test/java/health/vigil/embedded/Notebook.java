package health.vigil.embedded;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Lines that are stored both in a topic and in a table.
record Notebook(EmbeddedStack stack) {
    private static final TopicPartition PAGE = new TopicPartition("notes", 0);

    void write(String line) throws Exception {
        createTopic();
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PAGE.topic(), line)).get();
        }
        database().execute("CREATE TABLE IF NOT EXISTS note (line text)");
        database().execute("INSERT INTO note VALUES ('" + line + "')");
    }

    List<String> topic() {
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PAGE));
            consumer.seekToBeginning(List.of(PAGE));
            var end = consumer.endOffsets(List.of(PAGE)).getOrDefault(PAGE, 0L);
            var lines = new ArrayList<String>();
            while (consumer.position(PAGE) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(note -> lines.add(note.value()));
            }
            return lines;
        }
    }

    List<String> table() throws SQLException {
        return database().column("SELECT line FROM note");
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(kafka())) {
            admin.createTopics(List.of(new NewTopic(PAGE.topic(), 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all");
    }

    private Database database() {
        return new Database(stack.jdbcUrl(), stack.username(), stack.password());
    }
}
