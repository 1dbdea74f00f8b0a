package health.vigil.hl7out;

import health.vigil.EmbeddedTestResource;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.hl7out.PagerStub.PagedMessage;
import health.vigil.store.Database;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// Alerts of one ward go to a real receiver of MLLP.
@ServiceTest
class AlarmDeliveryTest {
    @Inject
    @SuppressWarnings("NullAway.Init")
    MonitorWrites writes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @SuppressWarnings("NullAway.Init")
    private PagerStub pager;

    @SuppressWarnings("NullAway.Init")
    private AdmittedPatient patient;

    private final List<UUID> unresolved = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        pager = new PagerStub();
        patient = AdmittedPatient.into(EmbeddedTestResource.PAGED_WARD);
    }

    @AfterEach
    void close() throws IOException {
        pager.answers("AA");
        pager.answersForTheMessage();
        List.copyOf(unresolved).forEach(this::resolve);
        await().untilAsserted(() -> {
            dueNow();
            assertThat(number("select count(*) as n from hl7_alarm where state = 'waiting' and receiver = ?", "pager"))
                    .isZero();
        });
        pager.close();
    }

    private UUID raised() {
        var alert = writes.raisedAtOnce(patient);
        unresolved.add(alert);
        return alert;
    }

    private void resolve(UUID alert) {
        writes.resolve(alert);
        unresolved.remove(alert);
    }

    private long number(String query, Object argument) {
        return database.read(sql -> sql.first(query, row -> row.number("n"), argument))
                .orElse(0L);
    }

    /// Lets the next attempt come now.
    private void dueNow() {
        database.execute(sql -> {
            sql.announce();
            sql.update("update hl7_receiver set due_at = now() where lease is null and due_at > now()");
        });
    }

    private String state(UUID alert) {
        return database.read(sql -> sql.first(
                        "select d.state from hl7_alarm d join alert_event e on e.sequence = d.sequence"
                                + " where e.alert_id = ? order by d.number desc",
                        row -> row.text("state"),
                        alert))
                .orElse("none");
    }

    private void awaitState(UUID alert, String state) {
        await().untilAsserted(() -> {
            dueNow();
            assertThat(state(alert)).isEqualTo(state);
        });
    }

    @Test
    void anAlertIsSentWithItsPhases() {
        var alert = raised();
        resolve(alert);

        await().untilAsserted(() ->
                assertThat(pager.about(alert)).extracting(PagedMessage::phase).containsExactly("start", "end"));

        awaitState(alert, "delivered");
        assertThat(pager.about(alert).getFirst().text())
                .startsWith("MSH|^~\\&|VIGIL||PAGER|")
                .contains("|ORU^R40^ORU_R40|", patient.patientId() + "^^^HOSP^MR", "|paged ward^^12\r");
    }

    /// The receiver gets high priorities of one ward only.
    @Test
    void whatTheSettingsDoNotNameIsNotSent() {
        var low = writes.raise(patient);
        var elsewhere = writes.raisedAtOnce(AdmittedPatient.justNow());
        var alert = raised();

        awaitState(alert, "delivered");
        assertThat(state(low)).isEqualTo("none");
        assertThat(state(elsewhere)).isEqualTo("none");
    }

    @Test
    void withoutAnAnswerTheSameMessageIsRepeatedAndTheNextOneWaits() {
        pager.answersNothing();
        var first = raised();
        var second = raised();
        await().untilAsserted(() -> {
            dueNow();
            assertThat(pager.about(first)).hasSizeGreaterThan(1);
        });
        assertThat(pager.about(second)).isEmpty();

        pager.answers("CA");
        awaitState(second, "delivered");

        assertThat(pager.about(first))
                .extracting(PagedMessage::id)
                .containsOnly(pager.about(first).getFirst().id());
    }

    @Test
    void theAnswerToAnotherMessageIsNone() {
        pager.answersForAnotherMessage();
        var alert = raised();
        await().untilAsserted(() -> {
            dueNow();
            assertThat(pager.about(alert)).hasSizeGreaterThan(1);
        });

        assertThat(state(alert)).isEqualTo("waiting");
    }

    @Test
    void whatIsRefusedThreeTimesIsGivenUpAndThatIsAnAlert() {
        pager.answers("AE");
        var alert = raised();

        awaitState(alert, "given-up");

        assertThat(pager.about(alert)).hasSize(3);
        await().untilAsserted(() -> assertThat(number(
                        "select count(*) as n from alert where state = 'open' and condition = ?",
                        "technical:delivery-given-up:hl7:pager"))
                .isEqualTo(1));
        pager.answers("AA");
        var next = raised();
        awaitState(next, "delivered");
    }

    /// Else its pager would show the alarm for ever. It does not learn where the patient is now.
    @Test
    void aWardThatThePatientLeavesIsToldTheEnd() {
        var alert = raised();
        awaitState(alert, "delivered");

        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", "ward-" + UUID.randomUUID(), "bed", "77"))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(200);

        await().untilAsserted(() ->
                assertThat(pager.about(alert)).extracting(PagedMessage::phase).containsExactly("start", "end"));
        assertThat(pager.about(alert)).extracting(PagedMessage::id).doesNotHaveDuplicates();
        assertThat(pager.about(alert).getLast().text()).contains("|paged ward^^12\r");
    }

    @Test
    void whatCannotBeMadeIsGivenUpAndDoesNotHoldUpTheNext() {
        pager.answersNothing();
        var spoilt = raised();
        await().untilAsserted(() -> assertThat(pager.about(spoilt)).isNotEmpty());
        database.execute(
                sql -> sql.update("update alert_event set alert = alert - 'state' where alert_id = ?", spoilt));

        pager.answers("AA");
        awaitState(spoilt, "given-up");

        awaitState(raised(), "delivered");
    }

    private void outage() {
        await().untilAsserted(() -> assertThat(number(
                        "select count(*) as n from hl7_receiver where name = ? and failing_since is not null", "pager"))
                .isEqualTo(1));
        database.execute(sql -> sql.update("update hl7_receiver set failing_since = now() - interval '2 minutes'"));
    }

    /// The alert ends in a transaction that is not committed yet when the first answer after the outage comes. Else
    /// the receiver would be told that it continues after it was told the end, and show it for ever.
    @Test
    void whatEndsAsTheOutageEndsDoesNotContinueAfterwards() {
        var ending = raised();
        awaitState(ending, "delivered");
        pager.answersNothing();
        var during = raised();
        outage();

        var ended = new CompletableFuture<Boolean>();
        pager.beforeTheNextAnswer(() -> endDuring(ended, ending));
        pager.answers("AA");
        await().untilAsserted(() -> {
            dueNow();
            assertThat(ended).isDone();
        });
        assertThat(ended.join()).isTrue();
        unresolved.remove(ending);

        awaitState(during, "delivered");
        await().untilAsserted(() ->
                assertThat(pager.about(ending)).extracting(PagedMessage::phase).containsExactly("start", "end"));
        assertThat(number(
                        "select count(*) as n from hl7_alarm d join alert_event e on e.sequence = d.sequence"
                                + " where d.event = 'continue' and e.alert_id = ?",
                        ending))
                .isZero();
    }

    /// Resolves an alert, and commits once the courier waits to note the answer. Returns before the commit.
    private void endDuring(CompletableFuture<Boolean> ended, UUID alert) {
        var resolved = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                database.execute(sql -> {
                    MonitorWrites.resolve(sql, alert);
                    resolved.countDown();
                    await().atMost(Duration.ofSeconds(4)).until(this::courierWaits);
                });
                ended.complete(true);
            } catch (RuntimeException failure) {
                ended.completeExceptionally(failure);
            } finally {
                resolved.countDown();
            }
        });
        try {
            resolved.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean courierWaits() {
        return number(
                        "select count(*) as n from pg_stat_activity where wait_event_type = 'Lock' and query = ?",
                        "update alert_sequence set last = last")
                > 0;
    }

    @Test
    void afterAnOutageWhatStillHoldsIsToldAgain() {
        var standing = raised();
        var resolved = raised();
        resolve(resolved);
        awaitState(resolved, "delivered");
        pager.answersNothing();
        var during = raised();
        outage();

        pager.answers("AA");
        awaitState(during, "delivered");

        await().untilAsserted(() -> assertThat(pager.about(standing))
                .extracting(PagedMessage::phase)
                .containsExactly("start", "continue"));
        assertThat(pager.about(standing)).extracting(PagedMessage::id).doesNotHaveDuplicates();
        assertThat(pager.about(resolved)).extracting(PagedMessage::phase).doesNotContain("continue");
        assertThat(pager.about(during)).extracting(PagedMessage::phase).containsOnly("start");
    }
}
