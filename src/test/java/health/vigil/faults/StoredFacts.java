package health.vigil.faults;

import health.vigil.embedded.EmbeddedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the database and the topics directly.
final class StoredFacts implements AutoCloseable {
    private final EmbeddedStack stack;
    private final KafkaConsumer<String, byte[]> observations;
    private Optional<Connection> open = Optional.empty();
    private final KafkaConsumer<String, String> alerts;
    private final SortedSet<Long> relayed = new TreeSet<>();

    StoredFacts(EmbeddedStack stack) {
        this.stack = stack;
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
        observations = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        alerts = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    long number(String query, Object... arguments) throws SQLException {
        return Long.parseLong(texts(query, arguments).getFirst());
    }

    List<String> texts(String query, Object... arguments) throws SQLException {
        var connection = connection();
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(
                        i + 1,
                        arguments[i] instanceof List<?> list
                                ? connection.createArrayOf("text", list.toArray())
                                : arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
                return texts;
            }
        }
    }

    /// The open connection, or a new one after the database was killed.
    private Connection connection() throws SQLException {
        if (open.isPresent() && open.get().isValid(2)) {
            return open.get();
        }
        var login = new Properties();
        login.setProperty("user", stack.username());
        login.setProperty("password", stack.password());
        login.setProperty("connectTimeout", "3");
        login.setProperty("socketTimeout", "60");
        var fresh = DriverManager.getConnection(stack.jdbcUrl(), login);
        open = Optional.of(fresh);
        return fresh;
    }

    /// The number of records of the stream that are not accounted for.
    long unread() throws SQLException {
        var partitions = observations.partitionsFor("vigil.observations").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        var ends = observations.endOffsets(partitions);
        var read = texts("select partition || ' ' || next_offset from stream_partition").stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> Integer.parseInt(line[0]), line -> Long.parseLong(line[1])));
        return partitions.stream()
                .mapToLong(partition -> ends.getOrDefault(partition, 0L) - read.getOrDefault(partition.partition(), 0L))
                .map(Math::abs)
                .sum();
    }

    /// The sequence numbers of all events relayed to the alerts topic so far.
    SortedSet<Long> relayedAlerts() {
        if (alerts.assignment().isEmpty()) {
            var partitions = alerts.partitionsFor("vigil.alerts").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            alerts.assign(partitions);
            alerts.seekToBeginning(partitions);
        }
        var ends = alerts.endOffsets(alerts.assignment());
        while (ends.entrySet().stream().anyMatch(end -> alerts.position(end.getKey()) < end.getValue())) {
            alerts.poll(java.time.Duration.ofMillis(200)).forEach(record -> relayed.add(sequence(record.value())));
        }
        return relayed;
    }

    private static long sequence(String alert) {
        var start = alert.indexOf("\"sequence\":") + "\"sequence\":".length();
        var end = start;
        while (Character.isDigit(alert.charAt(end)) || alert.charAt(end) == ' ') {
            end++;
        }
        return Long.parseLong(alert.substring(start, end).strip());
    }

    @Override
    public void close() {
        observations.close();
        alerts.close();
    }
}
