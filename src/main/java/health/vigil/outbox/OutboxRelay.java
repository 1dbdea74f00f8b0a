package health.vigil.outbox;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.role.WorkerThread;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.OutboxMessages;
import health.vigil.store.OutboxMessages.PendingMessage;
import health.vigil.store.Sql;
import health.vigil.stream.RecordSignature;
import health.vigil.stream.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// Sends the messages of the outbox to Kafka in order, and deletes each after its acknowledgement. If the
/// process dies in between, the message is sent twice; its id shows the duplicate.
@ApplicationScoped
public class OutboxRelay implements Worker {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int AT_ONCE = 500;
    private static final Duration STOP = Duration.ofSeconds(10);

    /// How soon to try again while another process relays, which may not see the newest message yet.
    private static final Duration WHILE_ANOTHER_RELAYS = Duration.ofMillis(50);

    private final Database database;
    private final OutboxProducer producers;
    private final RelaySettings settings;
    private final Commits commits;
    private final WorkerThread thread = new WorkerThread(Thread.ofPlatform().name("vigil-outbox"), _ -> relay(), STOP);

    OutboxRelay(Database database, OutboxProducer producers, RelaySettings settings, Commits commits) {
        this.database = database;
        this.producers = producers;
        this.settings = settings;
        this.commits = commits;
    }

    @Override
    public Job job() {
        return Job.OUTBOX;
    }

    @Override
    public void start() {
        commits.listen(thread::wake);
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    private void relay() {
        do {
            try (var producer = producers.open()) {
                relay(producer);
            } catch (KafkaException | DatabaseFailure away) {
                LOG.warnf("The outbox is not relayed: %s", away.getClass().getSimpleName());
            } catch (RuntimeException | Error failure) {
                LOG.error("The relay of the outbox failed and is replaced", failure);
            }
        } while (thread.pause(settings.longestRest()));
    }

    private void relay(Producer<byte[], byte[]> producer) {
        var rest = Duration.ZERO;
        while (thread.rest(rest)) {
            rest = restAfter(database.transact(sql -> relay(sql, producer)));
        }
    }

    private Duration restAfter(OptionalInt relayed) {
        if (relayed.isEmpty()) {
            return WHILE_ANOTHER_RELAYS;
        }
        return relayed.getAsInt() == AT_ONCE ? Duration.ZERO : settings.relay();
    }

    /// Relays the waiting messages.
    ///
    /// @return the number of messages; absent if another process relays now
    public static OptionalInt relay(Sql sql, Producer<byte[], byte[]> producer) {
        return OutboxMessages.pending(sql, AT_ONCE).stream()
                .mapToInt(pending -> relay(sql, producer, pending))
                .findFirst();
    }

    private static int relay(Sql sql, Producer<byte[], byte[]> producer, List<PendingMessage> pending) {
        if (!pending.isEmpty()) {
            send(producer, pending);
            OutboxMessages.relayed(sql, pending);
        }
        return pending.size();
    }

    private static void send(Producer<byte[], byte[]> producer, List<PendingMessage> pending) {
        var signature = RecordSignature.configured();
        var sent = pending.stream()
                .map(message -> producer.send(record(message, signature)))
                .toList();
        producer.flush();
        for (var acknowledgement : sent) {
            try {
                acknowledgement.get();
            } catch (ExecutionException refused) {
                throw new KafkaException("A message was not acknowledged", refused.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Stopped", stopped);
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(PendingMessage message, RecordSignature signature) {
        var record = OutboxProducer.record(message.topic(), message.key(), message.value());
        if (message.topic().equals(Topics.OBSERVATIONS)) {
            signature.sign(record.value(), record.headers());
        }
        return record;
    }
}
