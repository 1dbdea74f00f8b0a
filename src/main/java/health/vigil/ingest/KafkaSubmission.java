package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.Submission;
import health.vigil.stream.ObservationStream;
import health.vigil.stream.PartSource;
import health.vigil.stream.StreamRecord;
import health.vigil.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Sends a message's observations to Kafka and waits for the acknowledgement.
@ApplicationScoped
class KafkaSubmission {
    private static final Logger LOG = Logger.getLogger(KafkaSubmission.class);
    /// This many may be under way before the first is waited for, so an outage is noticed before all are sent.
    private static final int WINDOW = 1000;

    private final ObservationStream stream;
    private final IntakeSettings settings;

    KafkaSubmission(ObservationStream stream, IntakeSettings settings) {
        this.stream = stream;
        this.settings = settings;
    }

    /// The observations that Kafka acknowledged. These are all unless Kafka has a fault.
    List<Submission> deliver(
            List<Submission> submissions, PriorKnowledge known, Arrival arrival, IntakeLimit.InFlightPermit permit) {
        var records = submissions.stream()
                .map(submission ->
                        new KeyedRecord(known.key(submission), record(submission, known, arrival, Optional.empty())))
                .toList();
        var acknowledged = new ArrayList<Submission>();
        var sent = send(records, arrival, permit);
        for (int index = 0; index < sent.size(); index++) {
            if (isAcknowledged(sent.get(index))) {
                acknowledged.add(submissions.get(index));
            }
        }
        return acknowledged;
    }

    /// Whether Kafka acknowledged all records.
    boolean sendAll(List<KeyedRecord> records, Arrival arrival, IntakeLimit.InFlightPermit permit) {
        var sent = send(records, arrival, permit);
        return sent.size() == records.size() && sent.stream().allMatch(KafkaSubmission::isAcknowledged);
    }

    private static boolean isAcknowledged(CompletableFuture<Void> sent) {
        return sent.isDone() && !sent.isCompletedExceptionally();
    }

    /// What was sent, in order. It ends early if Kafka has a fault.
    ///
    /// An acknowledgement arrives in the context in which its record was sent. In that of the request it would take
    /// the request's beans away from the thread that works on it, so a thread of its own sends.
    private List<CompletableFuture<Void>> send(
            List<KeyedRecord> records, Arrival arrival, IntakeLimit.InFlightPermit permit) {
        var sent = new ArrayList<CompletableFuture<Void>>(records.size());
        try {
            CompletableFuture.runAsync(
                            () -> send(records, arrival, sent),
                            task -> Thread.ofVirtual().start(task))
                    .join();
        } finally {
            permit.keepUntil(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
        }
        return sent;
    }

    private void send(List<KeyedRecord> records, Arrival arrival, List<CompletableFuture<Void>> sent) {
        long deadline = System.nanoTime() + settings.acknowledgement().toNanos();
        int settled = 0;
        for (var record : records) {
            sent.add(send(record, arrival.trace()));
            if (sent.size() - settled == WINDOW || sent.size() == records.size()) {
                if (!settle(sent.subList(settled, sent.size()), deadline)) {
                    return;
                }
                settled = sent.size();
            }
        }
    }

    /// Sends one record. Any failure counts as not acknowledged.
    private CompletableFuture<Void> send(KeyedRecord record, Trace trace) {
        try {
            return stream.send(record.key(), record.record(), trace);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /// The record of an observation.
    ///
    /// @param source the statement of another system that it is a part of
    static StreamRecord record(
            Submission submission, PriorKnowledge known, Arrival arrival, Optional<PartSource> source) {
        var author = arrival.author(unaskedWards(submission, known, arrival.user()));
        return new StreamRecord.Observed(
                submission, arrival.receivedAt(), Optional.of(author), Optional.empty(), source);
    }

    /// The wards of the user, if the patient's ward is not known yet. The monitor then checks them. A role at home
    /// has no ward, and enters for its own patient only.
    private static Optional<Set<String>> unaskedWards(Submission submission, PriorKnowledge known, User user) {
        return user.wards()
                .only()
                .filter(_ ->
                        !user.role().entersFromHome() && known.ward(submission).isEmpty());
    }

    /// Waits. Returns false if Kafka refused one of them or did not answer in time.
    private static boolean settle(List<CompletableFuture<Void>> sent, long deadline) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException refused) {
            LOG.warnf("Kafka did not take observations: %s", String.valueOf(refused.getCause()));
            return false;
        } catch (TimeoutException slow) {
            LOG.warn("Kafka did not acknowledge observations in time");
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
