package health.vigil.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;

/// Copies the records of the pipe's topic into a table, each batch with its offset in one transaction.
final class PipeWriter implements Runnable {
    static final String APPLIED = "select next_offset from bench.place";

    private static final TopicPartition PARTITION = new TopicPartition(BarePipe.TOPIC, 0);
    private static final Duration TURN = Duration.ofMillis(200);

    private static final List<String> TABLES = List.of(
            "create schema bench",
            "create table bench.record (record_offset bigint not null, body text not null)",
            "create table bench.place (next_offset bigint not null)",
            "insert into bench.place values (0)");

    private final Connection database;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private PipeWriter(Connection database, String broker) {
        this.database = database;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        // Gathers records, because few large batches cost less than many small ones.
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 100_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Makes its tables first.
    static PipeWriter of(DataFolder data) throws IOException, SQLException {
        var database = DriverManager.getConnection(data.jdbcUrl(), DataFolder.USER, data.password());
        try (var statement = database.createStatement()) {
            for (var table : TABLES) {
                statement.execute(table);
            }
        }
        database.setAutoCommit(false);
        return new PipeWriter(database, data.bootstrapServers());
    }

    @Override
    public void run() {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        while (true) {
            var records = consumer.poll(TURN).records(PARTITION);
            if (!records.isEmpty()) {
                write(records);
            }
        }
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        try (var place = database.prepareStatement("update bench.place set next_offset = ?")) {
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench.record from stdin", new ByteArrayInputStream(lines(records)));
            place.setLong(1, records.getLast().offset() + 1);
            place.executeUpdate();
            database.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] lines(List<ConsumerRecord<byte[], byte[]>> records) {
        var lines = new StringBuilder();
        for (var record : records) {
            lines.append(record.offset())
                    .append('\t')
                    .append(escaped(new String(record.value(), StandardCharsets.UTF_8)))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// In PostgreSQL's text format of a copy.
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
