package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.Submission;
import health.vigil.stream.Author;
import health.vigil.stream.ObservationStream;
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
        var sent = new ArrayList<CompletableFuture<Void>>(submissions.size());
        try {
            send(submissions, known, arrival, sent);
        } finally {
            permit.keepUntil(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
        }
        return acknowledged(submissions, sent);
    }

    private void send(
            List<Submission> submissions, PriorKnowledge known, Arrival arrival, List<CompletableFuture<Void>> sent) {
        long deadline = System.nanoTime() + settings.acknowledgement().toNanos();
        int settled = 0;
        for (var submission : submissions) {
            sent.add(send(known.key(submission), record(submission, known, arrival), arrival.trace()));
            if (sent.size() - settled == WINDOW || sent.size() == submissions.size()) {
                if (!settle(sent.subList(settled, sent.size()), deadline)) {
                    return;
                }
                settled = sent.size();
            }
        }
    }

    /// Sends one record. Any failure counts as not acknowledged.
    private CompletableFuture<Void> send(String key, StreamRecord record, Trace trace) {
        try {
            return stream.send(key, record, trace);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private static StreamRecord record(Submission submission, PriorKnowledge known, Arrival arrival) {
        var user = arrival.user();
        var author = new Author(
                user.username(),
                Optional.of(user.role().word()),
                Optional.of(arrival.address()),
                unaskedWards(submission, known, user));
        return new StreamRecord.Observed(submission, arrival.receivedAt(), Optional.of(author), Optional.empty());
    }

    /// The wards of the user, if the patient's ward is not known yet. The monitor then checks them.
    private static Optional<Set<String>> unaskedWards(Submission submission, PriorKnowledge known, User user) {
        return user.wards().only().filter(_ -> known.ward(submission).isEmpty());
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

    private static List<Submission> acknowledged(List<Submission> submissions, List<CompletableFuture<Void>> sent) {
        var acknowledged = new ArrayList<Submission>();
        for (int index = 0; index < sent.size(); index++) {
            var one = sent.get(index);
            if (one.isDone() && !one.isCompletedExceptionally()) {
                acknowledged.add(submissions.get(index));
            }
        }
        return acknowledged;
    }
}
