package health.vigil.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Compares the ends of a topic in the broker with the offsets in the database.
final class Progress implements AutoCloseable {
    private final String topic;
    private final String applied;
    private final Connection database;
    private final KafkaConsumer<byte[], byte[]> broker;

    /// @param applied the query for the sum of the offsets that are applied
    Progress(DataFolder data, String topic, String applied) throws IOException, SQLException {
        this.topic = topic;
        this.applied = applied;
        this.database = DriverManager.getConnection(data.jdbcUrl(), DataFolder.USER, data.password());
        this.broker = new KafkaConsumer<>(
                Map.of("bootstrap.servers", data.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    long unread() throws SQLException {
        var partitions = broker.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        var written = broker.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return written - number(applied);
    }

    long number(String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// The second column by the first.
    Map<String, Long> numbers(String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var numbers = new TreeMap<String, Long>();
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
            return numbers;
        }
    }

    @Override
    public void close() throws SQLException {
        broker.close();
        database.close();
    }
}
