package health.vigil.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.TestStack;
import health.vigil.grading.Policy;
import health.vigil.path.RoleProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// Replaces another release by this one under load, monitors first, by `./vigil upgrade BEFORE`;
/// `-Dvigil.before` names the folder of a built checkout of that release.
class UpgradeByHand {
    private static final int PATIENTS = 24;
    private static final Duration TOGETHER = Duration.ofSeconds(20);
    private static final String RUN = "upgrade";

    @TempDir
    private Path folder;

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private volatile boolean sending = true;

    @Test
    void nothingIsLostAndWhatWasToldBeforeTheTurnStands() throws Exception {
        var before = Path.of(System.getProperty("vigil.before")).resolve(RoleProcess.ARTIFACT);
        try (var fleet = Fleet.start(stack(), folder, 2, before);
                var facts = new StoredFacts(fleet.stack())) {
            var client = new Client(fleet.token("physician"));
            IntStream.range(0, PATIENTS).forEach(number -> admit(fleet, client, number));
            awaitApplied(facts);
            var told = oldHistory(facts);

            var sender = Thread.ofVirtual().start(() -> send(fleet, client));
            var old = fleet.monitors();
            fleet.release(RoleProcess.ARTIFACT);
            fleet.join().process().ready();
            bothOwnPartitions(facts);
            FleetMonitor.pause(TOGETHER.toMillis());
            for (var monitor : old) {
                fleet.forget(monitor);
                monitor.close();
                fleet.settle(2);
            }
            fleet.replaceIngestAndServe();
            FleetMonitor.pause(TOGETHER.toMillis());
            sending = false;
            sender.join();
            awaitApplied(facts);

            System.out.printf("upgrade: %d observations, %d told before the turn%n", sent.size(), told.size());
            assertThat(refused).isEmpty();
            assertThat(oldHistory(facts)).containsAll(told);
            for (int number = 0; number < PATIENTS; number++) {
                gradedByThese(fleet, facts, patient(number));
            }
            inOrder(facts);
        }
    }

    private static EmbeddedStack stack() {
        return TestStack.durable(_ -> {});
    }

    private static String patient(int number) {
        return RUN + "-" + number;
    }

    /// SpO2 82 % on oxygen for comfort: CRS 1 to `ASTCT-2019/1`, and 2 to this rule set.
    private void admit(Fleet fleet, Client client, int number) {
        var infusedAt = Instant.now().minus(Duration.ofDays(2)).toString();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", patient(number))
                .put("birthDate", "1970-01-01")
                .put("ward", RUN)
                .put("bed", String.valueOf(number))
                .put("product", "axi-cel")
                .put("infusedAt", infusedAt);
        assertThat(client.post(fleet.servePort(), "/v1/episodes", body.toString())
                        .status())
                .isEqualTo(201);
        observe(fleet, client, number, 120, "vital-signs", "\"temperature\":38.5,\"systolic\":120");
        observe(fleet, client, number, 110, "oxygen-therapy", "\"device\":\"nasal-cannula\",\"reason\":\"comfort\"");
        observe(fleet, client, number, 100, "vital-signs", "\"spo2\":82");
    }

    private void observe(Fleet fleet, Client client, int number, long minutesAgo, String kind, String fields) {
        var id = RUN + "/" + sent.size() + "/" + number;
        var json = "{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"%s\",%s}"
                .formatted(id, patient(number), Instant.now().minus(Duration.ofMinutes(minutesAgo)), kind, fields);
        var answer = client.post(fleet.ingestPort(), "/v1/observations", json);
        while (answer.open()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = client.post(fleet.ingestPort(), "/v1/observations", json);
        }
        sent.add(id);
        if (answer.status() != 202) {
            refused.add(answer.toString());
        }
    }

    /// Observations that change no grade, so that only the new rules change one.
    private void send(Fleet fleet, Client client) {
        for (int number = 0; sending; number = (number + 1) % PATIENTS) {
            observe(fleet, client, number, 0, "vital-signs", "\"heartRate\":88,\"systolic\":121");
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }

    private void awaitApplied(StoredFacts facts) {
        var ids = List.copyOf(sent);
        await().untilAsserted(() -> assertThat(facts.number(
                        "select count(*) from observation_identity where state = 'applied' and id = any(?)", ids))
                .isEqualTo(ids.size()));
        await().untilAsserted(() ->
                assertThat(facts.number("select count(*) from outbox")).isZero());
    }

    /// The current history as recorded by `ASTCT-2019/1`.
    private static List<String> oldHistory(StoredFacts facts) throws SQLException {
        return facts.texts("select number || ' ' || syndrome || ' ' || at || ' ' || coalesce(grade::text, '-')"
                + " from grade_change where superseded_at is null and rule_set <> '" + Policy.RULE_SET + "'");
    }

    private static void bothOwnPartitions(StoredFacts facts) {
        await().untilAsserted(() -> assertThat(
                        facts.number("select count(distinct owner) from stream_partition where owner is not null"))
                .isGreaterThanOrEqualTo(2));
    }

    private static void gradedByThese(Fleet fleet, StoredFacts facts, String patient) throws Exception {
        await().untilAsserted(() -> assertThat(facts.texts(
                        "select previous || ' ' || grade || ' ' || rule_set from grade_change where patient_id = ?"
                                + " and syndrome = 'crs' and cause = 'rules' and superseded_at is null",
                        patient))
                .containsExactly("1 2 " + Policy.RULE_SET));
        var grade = fleet.get("/v1/patients/" + patient + "/grade").body();
        assertThat(grade).contains("\"ruleSet\":\"" + Policy.RULE_SET + "\"").contains("\"grade\":2");
    }

    private static void inOrder(StoredFacts facts) throws SQLException {
        var wrong = new ArrayList<String>();
        wrong.addAll(facts.texts("select 'quarantined ' || detail from quarantine"));
        wrong.addAll(facts.texts("select 'gap before ' || sequence from (select sequence, sequence - lag(sequence, 1,"
                + " 0::bigint) over (order by sequence) as step from alert_event) as event where step <> 1"));
        wrong.addAll(facts.texts("select 'twice ' || id from observation group by id having count(*) > 1"));
        wrong.addAll(facts.texts("select 'told by others last ' || patient_id from episode"
                + " where graded_to is distinct from rules_graded_to"));
        assertThat(wrong).isEmpty();
    }
}
