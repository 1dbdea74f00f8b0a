package health.vigil.monitor;

import health.vigil.monitor.Holding.Claimed;
import health.vigil.monitor.Holding.Stopped;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Partitions;
import health.vigil.store.Partitions.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Takes partitions over. From then on their former owner's transactions fail at the first statement.
@ApplicationScoped
class Claims {
    private static final Logger LOG = Logger.getLogger(Claims.class);

    /// Names this process in the table of partitions.
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    private final Database database;
    private final TopicFacts topic;

    Claims(Database database, TopicFacts topic) {
        this.database = database;
        this.topic = topic;
    }

    /// Takes a partition over; empty when the broker or the database did not answer: worth another try
    Optional<Holding> take(Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            return topic.source(partition.partition()).flatMap(source -> take(consumer, partition, source));
        } catch (DatabaseFailure | KafkaException away) {
            LOG.warnf("Partition %d could not be claimed yet: %s", partition.partition(), away.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Holding> take(Consumer<?, ?> consumer, TopicPartition partition, Source source) {
        return Optional.ofNullable(consumer.beginningOffsets(Set.of(partition)).get(partition))
                .map(beginning -> take(source, beginning));
    }

    private Holding take(Source source, long beginning) {
        return database.transact(sql -> Partitions.claim(sql, source, owner, beginning))
                .<Holding>map(claim -> claim.nextOffset() < beginning
                        ? new Stopped("records were deleted before they were applied")
                        : new Claimed(claim, false))
                .orElseGet(() -> new Stopped("the topic is not the one whose offsets are stored"));
    }
}
