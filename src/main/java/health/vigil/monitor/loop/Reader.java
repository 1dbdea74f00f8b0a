package health.vigil.monitor.loop;

import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.ClaimLost;
import health.vigil.monitor.batch.IncomingRecord;
import health.vigil.monitor.loop.Holding.Claimed;
import health.vigil.store.DatabaseFailure;
import health.vigil.stream.RecordSignature;
import health.vigil.stream.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.jboss.logging.Logger;

/// One consumer in the group: polls, applies batches and fires timers. Not thread-safe: one thread makes
/// every call.
final class Reader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reader.class);
    private static final Duration REPORTED = Duration.ofSeconds(5);
    private static final Duration ESCALATED = Duration.ofSeconds(1);
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final ReaderContext context;
    private final Assignment assignment;
    private final Holdings holdings;
    private final RecordSignature signature = RecordSignature.configured();
    private Instant nextTime = Instant.EPOCH;
    private Instant nextEscalation = Instant.EPOCH;
    private Instant nextReport = Instant.EPOCH;
    private boolean unreachable;

    Reader(Consumer<byte[], byte[]> consumer, ReaderContext context) {
        this.consumer = consumer;
        this.context = context;
        this.assignment = new Assignment(consumer);
        this.holdings = new Holdings(consumer, context);
        consumer.subscribe(List.of(Topics.OBSERVATIONS), assignment);
    }

    /// Polls once, applies the records, claims due partitions and fires due timers.
    void turn() {
        var records = poll();
        holdings.follow(assignment);
        unreachable = false;
        records.partitions().forEach(partition -> apply(partition, records.records(partition)));
        holdings.due(now()).forEach(this::claim);
        passTime();
    }

    private Instant now() {
        return context.clock().instant();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(context.settings().turn());
        } catch (LogTruncationException lost) {
            holdings.follow(assignment);
            lost.offsetOutOfRangePartitions().forEach(this::endLost);
            return ConsumerRecords.empty();
        } catch (OffsetOutOfRangeException missing) {
            holdings.follow(assignment);
            missing.offsetOutOfRangePartitions()
                    .keySet()
                    .forEach(partition -> holdings.stop(partition, "the log does not hold the next record"));
            return ConsumerRecords.empty();
        }
    }

    /// The end of the log was lost and written again. Records that were applied may be among the lost ones.
    private void endLost(TopicPartition partition, long offset) {
        var applied = holdings.claimed(partition)
                .filter(claimed -> claimed.claim().nextOffset() == offset)
                .isPresent();
        // Without a new seek the consumer fetches nothing and throws the same exception again.
        assignment.pause(partition);
        if (applied) {
            holdings.stop(partition, "the end of the log was lost and rewritten after it had been applied");
        } else {
            holdings.rest(partition);
        }
    }

    private void claim(TopicPartition partition) {
        guarded(partition, () -> holdings.claimed(partition, context.claims().take(consumer, partition)));
    }

    private void apply(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        holdings.claimed(partition).ifPresent(claimed -> apply(partition, claimed, records));
    }

    private void apply(TopicPartition partition, Claimed claimed, List<ConsumerRecord<byte[], byte[]>> records) {
        var contiguous = contiguous(claimed, records);
        if (contiguous.isEmpty()) {
            holdings.askAgain(partition, claimed.claim(), records.getFirst().offset());
            return;
        }
        guarded(partition, () -> {
            var batch = new Batch(
                    claimed.claim(),
                    context.topic().partitions(),
                    contiguous.stream()
                            .map(record -> IncomingRecord.of(record, signature))
                            .toList());
            var next = context.batches().apply(batch);
            if (contiguous.size() == records.size()) {
                holdings.applied(partition, next);
            } else {
                holdings.askAgain(
                        partition, next, records.get(contiguous.size()).offset());
            }
        });
    }

    /// The records that follow the claim without a gap. At a gap the reader asks for the next offset again.
    /// If the same record comes twice, the missing offsets are transaction markers. If another record comes,
    /// the consumer has skipped records. Deleted records are detected when the partition is claimed, and by
    /// the broker.
    private static List<ConsumerRecord<byte[], byte[]>> contiguous(
            Claimed claimed, List<ConsumerRecord<byte[], byte[]>> records) {
        var expected = claimed.claim().nextOffset();
        var first = records.getFirst().offset();
        if (first < expected || (first > expected && !claimed.cameBefore(first))) {
            return List.of();
        }
        int count = 1;
        while (count < records.size()
                && records.get(count).offset() == records.get(count - 1).offset() + 1) {
            count++;
        }
        return records.subList(0, count);
    }

    /// Runs work on a partition. After a failure the partition rests and is claimed again, from the offset in
    /// the database. If the database or the broker does not answer, the other partitions rest too: each call
    /// may wait for a timeout, and one turn must stay within `max.poll.interval.ms`.
    private void guarded(TopicPartition partition, Runnable work) {
        if (unreachable) {
            holdings.rest(partition);
            return;
        }
        try {
            work.run();
        } catch (ClaimLost lost) {
            LOG.infof("Partition %d was claimed by another member", partition.partition());
            holdings.rest(partition);
        } catch (DatabaseFailure failure) {
            LOG.warnf("Partition %d is paused: %s", partition.partition(), failure.getMessage());
            unreachable = failure.unreachable();
            holdings.rest(partition);
        } catch (ApiException failure) {
            LOG.warnf(
                    "Partition %d is paused: %s",
                    partition.partition(), failure.getClass().getSimpleName());
            unreachable = true;
            holdings.rest(partition);
        }
    }

    private void passTime() {
        var now = now();
        if (unreachable || now.isBefore(nextTime)) {
            return;
        }
        nextTime = now.plus(context.settings().turn());
        try {
            fire();
            report(now);
        } catch (DatabaseFailure failure) {
            LOG.warnf("Timers are paused: %s", failure.getMessage());
            nextTime = now.plus(context.settings().longestRest());
        }
    }

    private void fire() {
        var claims = holdings.claims();
        var due = context.rounds()
                .due(claims.keySet().stream().map(TopicPartition::partition).toList());
        claims.forEach((partition, claim) -> {
            if (due.contains(partition.partition())) {
                guarded(
                        partition,
                        () -> context.rounds().fire(claim, context.topic().partitions()));
            }
        });
        if (!now().isBefore(nextEscalation)) {
            nextEscalation = now().plus(ESCALATED);
            context.rounds().escalate();
        }
    }

    /// Updates metrics and the offsets in Kafka, which only monitoring tools read.
    private void report(Instant now) {
        context.metrics().stopped(stopped());
        if (now.isBefore(nextReport)) {
            return;
        }
        nextReport = now.plus(REPORTED);
        var claims = holdings.claims();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        claims.forEach((partition, claim) -> offsets.put(partition, new OffsetAndMetadata(claim.nextOffset())));
        consumer.commitAsync(offsets, (_, _) -> {});
        context.metrics()
                .lag(claims.keySet().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum());
        context.invariants().run();
    }

    boolean ready() {
        return assignment.joined() && stopped() == 0;
    }

    /// The number of partitions that wait for a person's decision.
    long stopped() {
        return holdings.stopped();
    }

    /// Leaves the group, so that the other members take over at once.
    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(LEAVING));
    }
}
