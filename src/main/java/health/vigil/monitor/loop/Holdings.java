package health.vigil.monitor.loop;

import health.vigil.monitor.loop.Holding.Claimed;
import health.vigil.monitor.loop.Holding.Resting;
import health.vigil.monitor.loop.Holding.Stopped;
import health.vigil.store.Partitions.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// The state of every assigned partition. The consumer fetches from claimed partitions only.
final class Holdings {
    private static final Logger LOG = Logger.getLogger(Holdings.class);

    private final Consumer<?, ?> consumer;
    private final ReaderContext context;
    private final Map<TopicPartition, Holding> holdings = new HashMap<>();

    Holdings(Consumer<?, ?> consumer, ReaderContext context) {
        this.consumer = consumer;
        this.context = context;
    }

    /// Adds new partitions and removes those that were taken away.
    void follow(Assignment assignment) {
        holdings.keySet().removeAll(assignment.fresh());
        holdings.keySet().retainAll(assignment.partitions());
        assignment.partitions().forEach(partition -> holdings.putIfAbsent(partition, Resting.FRESH));
    }

    Optional<Claimed> claimed(TopicPartition partition) {
        return Optional.ofNullable(holdings.get(partition))
                .filter(Claimed.class::isInstance)
                .map(Claimed.class::cast);
    }

    Map<TopicPartition, Claim> claims() {
        var claims = new HashMap<TopicPartition, Claim>();
        holdings.keySet()
                .forEach(partition -> claimed(partition).ifPresent(claimed -> claims.put(partition, claimed.claim())));
        return claims;
    }

    /// The partitions whose next claim is due.
    List<TopicPartition> due(Instant now) {
        var due = new ArrayList<TopicPartition>();
        holdings.forEach((partition, holding) -> {
            if (holding instanceof Resting resting && !resting.retryAt().isAfter(now)) {
                due.add(partition);
            }
        });
        return due;
    }

    long stopped() {
        return holdings.values().stream().filter(Stopped.class::isInstance).count();
    }

    /// Stores the result of a claim. A claimed partition is read from the claim's offset on.
    void claimed(TopicPartition partition, Holding taken) {
        switch (taken) {
            case Claimed claimed -> {
                holdings.put(partition, claimed);
                seek(partition, claimed.claim());
                consumer.resume(Set.of(partition));
            }
            case Stopped(var reason) -> stop(partition, reason);
            case Resting _ -> rest(partition);
        }
    }

    void applied(TopicPartition partition, Claim next) {
        holdings.put(partition, new Claimed(next, Optional.empty()));
    }

    /// Reads again from the claim's offset.
    ///
    /// @param cameInstead the offset that was returned instead
    void askAgain(TopicPartition partition, Claim claim, long cameInstead) {
        holdings.put(partition, new Claimed(claim, Optional.of(cameInstead)));
        seek(partition, claim);
    }

    /// Seeks with the leader epoch, so that the consumer checks that the log still contains the last applied
    /// record.
    private void seek(TopicPartition partition, Claim claim) {
        consumer.seek(
                partition,
                new OffsetAndMetadata(claim.nextOffset(), claim.next().leaderEpoch(), ""));
    }

    /// Pauses the partition and claims it again later: it is uncertain what was applied last, or another
    /// member owns it.
    void rest(TopicPartition partition) {
        var before = holdings.get(partition) instanceof Resting resting ? resting : Resting.FRESH;
        var settings = context.settings();
        holdings.put(
                partition,
                before.afterFailure(
                        settings.rest(), settings.longestRest(), context.clock().instant()));
        consumer.pause(Set.of(partition));
    }

    /// Stops the partition until a person decides.
    void stop(TopicPartition partition, String reason) {
        LOG.errorf("Partition %d is stopped: %s", partition.partition(), reason);
        holdings.put(partition, new Stopped(reason));
        consumer.pause(Set.of(partition));
    }
}
