package health.vigil.monitor.loop;

import health.vigil.store.Partitions.StreamPosition;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/// A model of a member's consumer, as far as the loop uses it.
final class ModelConsumer implements InvocationHandler {
    private static final int LARGEST = 7;
    private static final Duration POLL = Duration.ofMillis(50);

    private final SimulatedWorld world;
    private final ModelGroup group;
    private final Map<TopicPartition, ModelLog> logs;
    private final Map<TopicPartition, StreamPosition> positions = new LinkedHashMap<>();
    private final Set<TopicPartition> paused = new LinkedHashSet<>();
    private final Set<TopicPartition> sought = new LinkedHashSet<>();
    private Optional<ConsumerRebalanceListener> listener = Optional.empty();
    private boolean expired;
    private int unaware;

    ModelConsumer(SimulatedWorld world, ModelGroup group, Map<TopicPartition, ModelLog> logs) {
        this.world = world;
        this.group = group;
        this.logs = logs;
    }

    @SuppressWarnings("unchecked")
    Consumer<byte[], byte[]> asConsumer() {
        return (Consumer<byte[], byte[]>)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Consumer.class}, this);
    }

    Set<TopicPartition> assignment() {
        return positions.keySet();
    }

    /// The group has removed the member, which does not notice for some polls.
    void expire(int pollsUnaware) {
        group.leave(this);
        expired = true;
        unaware = pollsUnaware;
    }

    void die() {
        group.leave(this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "subscribe" -> {
                listener = Optional.of((ConsumerRebalanceListener) arguments[1]);
                group.join(this);
                yield group;
            }
            case "poll" -> poll();
            case "pause" -> paused.addAll(assigned((Collection<TopicPartition>) arguments[0]));
            case "resume" -> paused.removeAll(assigned((Collection<TopicPartition>) arguments[0]));
            case "seek" -> seek((TopicPartition) arguments[0], place(arguments[1]));
            case "beginningOffsets" -> beginnings((Collection<TopicPartition>) arguments[0]);
            case "currentLag" -> OptionalLong.empty();
            case "commitAsync", "close" -> group;
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private Collection<TopicPartition> assigned(Collection<TopicPartition> partitions) {
        if (!positions.keySet().containsAll(partitions)) {
            throw new IllegalStateException("No current assignment for partition");
        }
        return partitions;
    }

    private static StreamPosition place(Object sought) {
        return sought instanceof OffsetAndMetadata offset
                ? new StreamPosition(offset.offset(), offset.leaderEpoch())
                : StreamPosition.beginning((long) sought);
    }

    private boolean seek(TopicPartition partition, StreamPosition place) {
        assigned(Set.of(partition));
        positions.put(partition, place);
        return sought.add(partition);
    }

    private Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        if (world.fault(5)) {
            throw new TimeoutException("the broker does not answer");
        }
        world.heldUp();
        var beginnings = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> beginnings.put(partition, log(partition).beginning()));
        return beginnings;
    }

    private ModelLog log(TopicPartition partition) {
        return Optional.ofNullable(logs.get(partition)).orElseThrow();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        world.pass(POLL);
        rebalance();
        var fetched = fetch();
        world.heldUp();
        return fetched;
    }

    /// As in Kafka: a removed member loses everything and joins again, possibly within one poll.
    private void rebalance() {
        var callback = listener.orElseThrow();
        if (expired) {
            if (unaware-- > 0) {
                return;
            }
            expired = false;
            var lost = List.copyOf(positions.keySet());
            positions.clear();
            paused.clear();
            callback.onPartitionsLost(lost);
            group.join(this);
            if (world.fault(50)) {
                return;
            }
        }
        if (group.holds(this)) {
            take(callback);
        }
    }

    private void take(ConsumerRebalanceListener callback) {
        var share = group.share(this);
        var revoked = positions.keySet().stream()
                .filter(partition -> !share.contains(partition))
                .toList();
        if (!revoked.isEmpty()) {
            callback.onPartitionsRevoked(revoked);
            positions.keySet().removeAll(revoked);
            paused.removeAll(revoked);
        }
        var fresh = share.stream()
                .filter(partition -> !positions.containsKey(partition))
                .toList();
        fresh.forEach(partition -> positions.put(partition, StreamPosition.beginning(-1)));
        if (!fresh.isEmpty() || world.fault(2)) {
            callback.onPartitionsAssigned(fresh);
        }
    }

    private ConsumerRecords<byte[], byte[]> fetch() {
        validate();
        var fetched = new LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var missing = new HashMap<TopicPartition, Long>();
        for (var partition : List.copyOf(positions.keySet())) {
            if (paused.contains(partition)) {
                continue;
            }
            var position =
                    Optional.ofNullable(positions.get(partition)).orElseThrow().offset();
            if (!log(partition).holds(position)) {
                missing.put(partition, position);
            } else if (!world.fault(15)) {
                var records = records(partition, position);
                if (!records.isEmpty()) {
                    fetched.put(partition, records);
                    var last = records.getLast();
                    positions.put(partition, new StreamPosition(last.offset() + 1, last.leaderEpoch()));
                }
            }
        }
        if (!missing.isEmpty() && fetched.isEmpty()) {
            throw new OffsetOutOfRangeException(missing);
        }
        return new ConsumerRecords<>(fetched, Map.of());
    }

    /// As in Kafka: checked for each partition, paused or not, until it is sought again.
    private void validate() {
        var lost = new HashMap<TopicPartition, Long>();
        positions.forEach((partition, place) -> place.leaderEpoch()
                .filter(leader -> log(partition).endUnder(leader) < place.offset())
                .ifPresent(_ -> lost.put(partition, place.offset())));
        if (!lost.isEmpty()) {
            throw new LogTruncationException("the log ends before", lost, Map.of());
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, long position) {
        var log = log(partition);
        var from = Math.min(log.end(), Math.max(log.beginning(), position + misplaced(partition)));
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var most = 1 + world.below(LARGEST);
        for (long offset = from; offset < log.end() && records.size() < most; offset++) {
            var at = offset;
            log.at(offset).ifPresent(value -> records.add(record(partition, at, value)));
        }
        return records;
    }

    /// Sometimes a consumer continues from a wrong offset; never right after a seek.
    private int misplaced(TopicPartition partition) {
        return !sought.remove(partition) && world.fault(10) ? world.below(7) - 3 : 0;
    }

    private ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                world.instant().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                bytes.length,
                new byte[0],
                bytes,
                new RecordHeaders(),
                Optional.of(log(partition).leaderEpoch(offset)));
    }
}
