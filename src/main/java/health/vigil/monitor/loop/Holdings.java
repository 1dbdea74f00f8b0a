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

/// How this member stands with each partition it was given. What it does not apply, the consumer does not fetch.
final class Holdings {
    private static final Logger LOG = Logger.getLogger(Holdings.class);

    private final Consumer<?, ?> consumer;
    private final ReaderContext context;
    private final Map<TopicPartition, Holding> holdings = new HashMap<>();

    Holdings(Consumer<?, ?> consumer, ReaderContext context) {
        this.consumer = consumer;
        this.context = context;
    }

    /// Begins with what is new, and lets go of what is gone.
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

    /// The partitions that are to be claimed now.
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

    /// Goes on from where a claim stands.
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

    /// Asks for the records again from where the claim stands.
    ///
    /// @param cameInstead the offset of what came
    void askAgain(TopicPartition partition, Claim claim, long cameInstead) {
        holdings.put(partition, new Claimed(claim, Optional.of(cameInstead)));
        seek(partition, claim);
    }

    /// With the leader's epoch: whether the log still holds what was applied last, the consumer asks the broker.
    private void seek(TopicPartition partition, Claim claim) {
        consumer.seek(
                partition,
                new OffsetAndMetadata(claim.nextOffset(), claim.next().leaderEpoch(), ""));
    }

    /// Claims it anew after a while: what was applied last is not certain, or not ours any more.
    void rest(TopicPartition partition) {
        var before = holdings.get(partition) instanceof Resting resting ? resting : Resting.FRESH;
        var settings = context.settings();
        holdings.put(
                partition,
                before.again(
                        settings.rest(), settings.longestRest(), context.clock().instant()));
        consumer.pause(Set.of(partition));
    }

    /// A person has to decide; the other partitions go on.
    void stop(TopicPartition partition, String reason) {
        LOG.errorf("Partition %d is stopped: %s", partition.partition(), reason);
        holdings.put(partition, new Stopped(reason));
        consumer.pause(Set.of(partition));
    }
}
