package health.vigil.path;

import health.vigil.stream.RecordSignature;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Writes to the topic like another system, and reads the results.
@ApplicationScoped
class OtherSystem {
    private static final int LONGER_THAN_THE_BROKER_TAKES = 4 * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final DataSource database;

    OtherSystem(@ConfigProperty(name = "kafka.bootstrap.servers") String broker, DataSource database) {
        this.database = database;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LONGER_THAN_THE_BROKER_TAKES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    RecordMetadata produces(String key, String value) throws InterruptedException, ExecutionException {
        return produces(key, value.getBytes(StandardCharsets.UTF_8));
    }

    RecordMetadata produces(String key, byte @Nullable [] value) throws InterruptedException, ExecutionException {
        return producer.send(new ProducerRecord<>("vigil.observations", key, value))
                .get();
    }

    /// Writes like the service's own ingest, with its signature.
    RecordMetadata producesSigned(String key, String value) throws InterruptedException, ExecutionException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>("vigil.observations", key, bytes);
        RecordSignature.configured().sign(bytes, record.headers());
        return producer.send(record).get();
    }

    /// The quarantine id of the record at an offset; empty until it is there.
    List<String> quarantined(RecordMetadata place) throws SQLException {
        return column(
                "select id::text from quarantine where partition = ? and \"offset\" = ?",
                place.partition(),
                place.offset());
    }

    /// The reasons for which records of a patient are in quarantine.
    List<String> keptOf(String patient) throws SQLException {
        return column("select reason from quarantine where patient_id = ?", patient);
    }

    /// The ids of a patient's observations.
    List<String> stored(String patient) throws SQLException {
        return column("select id from observation where patient_id = ?", patient);
    }

    List<String> column(String query, Object... arguments) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
