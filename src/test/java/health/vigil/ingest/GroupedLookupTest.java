package health.vigil.ingest;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupedLookupTest {
    private static final int WAITING = 20;

    /// The numbers of observations that were asked for, one for each query.
    private final List<Integer> queries = new CopyOnWriteArrayList<>();
    private final List<Thread> askers = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final GroupedLookup<Submission, PriorKnowledge> lookup = new GroupedLookup<>(this::query);

    private PriorKnowledge query(List<Submission> submissions) {
        queries.add(submissions.size());
        try {
            answer.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (submissions.stream().anyMatch(submission -> submission.id().value().equals("broken"))) {
            throw new IllegalStateException("broken");
        }
        return PriorKnowledge.NOTHING;
    }

    private static Submission reading(String id) {
        return new Submission(
                new ObservationId(new Sender("monitor"), id),
                new Subject.ByPatient(new PatientId("p-1")),
                Instant.EPOCH,
                new VitalSigns(Map.of(VitalSign.HEART_RATE, BigDecimal.TEN), Optional.empty()),
                Optional.empty());
    }

    private CompletableFuture<PriorKnowledge> ask(List<Submission> submissions) {
        return CompletableFuture.supplyAsync(
                () -> lookup.about(submissions),
                task -> askers.add(Thread.ofVirtual().start(task)));
    }

    /// Until every thread that asks is blocked: the first by the query, the others by the first.
    private void awaitBlocked() {
        await().until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.WAITING));
    }

    private CompletableFuture<PriorKnowledge> first() {
        var first = ask(List.of(reading("first")));
        await().until(() -> queries.size() == 1);
        return first;
    }

    @Test
    void messagesThatArriveDuringAQueryShareTheNextOne() {
        var first = first();
        var others = IntStream.range(0, WAITING)
                .mapToObj(number -> ask(List.of(reading("o-" + number))))
                .toList();
        awaitBlocked();

        answer.countDown();

        assertThat(first.join()).isEqualTo(PriorKnowledge.NOTHING);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(PriorKnowledge.NOTHING));
        assertThat(queries).containsExactly(1, WAITING);
    }

    @Test
    void aFailureConcernsTheMessageThatIsTheReasonOnly() {
        var first = first();
        var broken = ask(List.of(reading("broken")));
        var beside = ask(List.of(reading("beside")));
        awaitBlocked();

        answer.countDown();

        assertThat(first.join()).isEqualTo(PriorKnowledge.NOTHING);
        assertThat(beside.join()).isEqualTo(PriorKnowledge.NOTHING);
        assertThatThrownBy(broken::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(lookup.about(List.of(reading("after")))).isEqualTo(PriorKnowledge.NOTHING);
    }

    @Test
    void aLargeMessageAsksByItselfAndKeepsNobodyWaiting() {
        var large = IntStream.range(0, 501)
                .mapToObj(number -> reading("l-" + number))
                .toList();
        var first = first();

        var alone = ask(large);
        await().until(() -> queries.size() == 2);
        answer.countDown();

        assertThat(alone.join()).isEqualTo(PriorKnowledge.NOTHING);
        assertThat(first.join()).isEqualTo(PriorKnowledge.NOTHING);
        assertThat(queries).containsExactly(1, 501);
    }
}
