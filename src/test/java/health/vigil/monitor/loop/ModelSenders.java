package health.vigil.monitor.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Writes to the stream: observations, duplicates, conflicts, unreadable records, records that the database
/// refuses, and transaction markers.
final class ModelSenders {
    private final SimulatedWorld world;
    private final Map<TopicPartition, ModelLog> logs;
    private int sent;

    ModelSenders(SimulatedWorld world, Map<TopicPartition, ModelLog> logs) {
        this.world = world;
        this.logs = logs;
    }

    void send() {
        var log = any();
        for (int records = 1 + world.below(4); records > 0; records--) {
            switch (world.below(20)) {
                case 0 -> log.append("not json");
                case 1 -> log.append(observation("poison-" + ++sent, 37));
                case 2 -> log.mark();
                case 3 -> log.append(resend(log));
                case 4 -> log.append(resend(log).replaceFirst("\"temperature\":\\d+", "\"temperature\":35"));
                default -> log.append(observation("o-" + ++sent, 36 + world.below(4)));
            }
        }
    }

    /// Retention deletes records, applied or not.
    void truncate() {
        var log = any();
        log.deleteBefore(log.beginning() + world.below((int) (log.end() - log.beginning()) + 1));
    }

    /// Acknowledged records are lost, applied or not, and replaced by others.
    void loseEnd() {
        var log = any();
        log.loseFrom(log.end() - world.below((int) (log.end() - log.beginning()) + 1));
    }

    private ModelLog any() {
        return List.copyOf(logs.values()).get(world.below(logs.size()));
    }

    private String resend(ModelLog log) {
        var readable = new ArrayList<String>();
        for (long offset = log.beginning(); offset < log.end(); offset++) {
            log.at(offset).filter(value -> value.contains("\"o-")).ifPresent(readable::add);
        }
        return readable.isEmpty() ? observation("o-" + ++sent, 37) : readable.get(world.below(readable.size()));
    }

    private static String observation(String id, int temperature) {
        return "{\"id\":\"" + id + "\",\"patientId\":\"p-1\",\"effectiveAt\":\"2026-03-01T09:00:00Z\","
                + "\"kind\":\"vital-signs\",\"temperature\":" + temperature + "}";
    }
}
