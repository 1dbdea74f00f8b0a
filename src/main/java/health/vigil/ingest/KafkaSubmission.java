package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.Submission;
import health.vigil.stream.Author;
import health.vigil.stream.ObservationStream;
import health.vigil.stream.StreamRecord;
import health.vigil.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Hands a body's observations to Kafka and waits until it has them.
@ApplicationScoped
class KafkaSubmission {
    private static final Logger LOG = Logger.getLogger(KafkaSubmission.class);
    /// So many are under way before the first of them is waited for: an outage is noticed before all are sent.
    private static final int WINDOW = 1000;

    private final ObservationStream stream;
    private final IntakeSettings settings;

    KafkaSubmission(ObservationStream stream, IntakeSettings settings) {
        this.stream = stream;
        this.settings = settings;
    }

    /// Who sent a body, and when.
    ///
    /// @param address from which network address
    /// @param room    that the body has
    /// @param trace   what follows its observations from here on
    record Envelope(User user, String address, Instant receivedAt, IntakeLimit.Room room, Trace trace) {
        StreamRecord around(Submission submission, PriorKnowledge known) {
            var author = new Author(
                    user.username(), Optional.of(user.role().word()), Optional.of(address), wards(submission, known));
            return new StreamRecord.Observed(submission, receivedAt, Optional.of(author), Optional.empty());
        }

        /// Of a user of certain wards, where nobody knows yet which ward the patient will be in: the monitor asks then.
        private Optional<Set<String>> wards(Submission submission, PriorKnowledge known) {
            return user.wards().only().filter(_ -> known.ward(submission).isEmpty());
        }
    }

    /// The observations that Kafka acknowledged; all of them unless something is wrong with it.
    List<Submission> deliver(List<Submission> submissions, PriorKnowledge known, Envelope envelope) {
        var sent = new ArrayList<CompletableFuture<Void>>(submissions.size());
        try {
            send(submissions, known, envelope, sent);
        } finally {
            envelope.room().keepUntil(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
        }
        return acknowledged(submissions, sent);
    }

    private void send(
            List<Submission> submissions, PriorKnowledge known, Envelope envelope, List<CompletableFuture<Void>> sent) {
        long deadline = System.nanoTime() + settings.acknowledgement().toNanos();
        int settled = 0;
        for (var submission : submissions) {
            sent.add(stream.send(known.key(submission), envelope.around(submission, known), envelope.trace()));
            if (sent.size() - settled == WINDOW || sent.size() == submissions.size()) {
                if (!settle(sent.subList(settled, sent.size()), deadline)) {
                    return;
                }
                settled = sent.size();
            }
        }
    }

    /// Waits; false when Kafka did not take one of them or did not answer in time.
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
