package health.vigil.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The chart's Deployments as processes: one ingest, two monitors, one serve.
class ClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final int PATIENTS = 12;

    private static Cluster cluster;
    private static RunningPod ingest;
    private static RunningPod serve;
    private static RunningPod firstMonitor;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start();
        assertThat(cluster.migrate()).isZero();
        ingest = cluster.pod("ingest");
        serve = cluster.pod("serve");
        firstMonitor = cluster.pod("monitor");
        cluster.pod("monitor");
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    private static Client nurse() {
        return serve.client(cluster.token("nurse"));
    }

    private static Client device() {
        return ingest.client(cluster.token("device"));
    }

    private static String admit() throws IOException, InterruptedException {
        var patient = "p-" + UUID.randomUUID();
        var answer = nurse().post("/v1/episodes", """
                {"patientId": "%s", "birthDate": "1970-01-01", "ward": "IT", "bed": "1", "product": "CAR-T",
                 "infusedAt": "%s"}""".formatted(patient, Instant.now().minus(Duration.ofDays(2))));
        assertThat(answer.status()).isEqualTo(201);
        return patient;
    }

    private static String temperature(String id, String patient, String celsius) {
        return """
                {"id": "%s", "patientId": "%s", "effectiveAt": "%s", "kind": "vital-signs", "temperature": %s}"""
                .formatted(id, patient, Instant.now(), celsius);
    }

    private static void awaitApplied(String id) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        nurse().get("/v1/observations/" + id).body().path("state").asText())
                .isEqualTo("applied"));
    }

    @Test
    void anObservationBecomesAGradeAndAnAlertThroughThreeRoles() throws Exception {
        var patient = admit();
        var fever = "o-" + UUID.randomUUID();

        var answer = device().post("/v1/observations", temperature(fever, patient, "38.6"));

        assertThat(answer.status()).isEqualTo(202);
        awaitApplied(fever);
        assertThat(nurse().get("/v1/patients/" + patient + "/grade").body().at("/crs/grade").intValue())
                .isEqualTo(1);
        assertThat(nurse().get("/v1/alerts?patientId=" + patient).body().path("items")).isNotEmpty();
    }

    @Test
    void aRoleAnswersForNoOther() throws Exception {
        assertThat(ingest.client(cluster.token("nurse")).get("/v1/episodes").status()).isEqualTo(404);
        assertThat(nurse().post("/v1/observations", "[]").status()).isEqualTo(404);
        assertThat(firstMonitor.client(cluster.token("nurse")).get("/v1/episodes").status())
                .isEqualTo(404);
    }

    @Test
    void whatKafkaHasNotGotIsNotAccepted() throws Exception {
        var patient = admit();
        var id = "o-" + UUID.randomUUID();
        var observation = temperature(id, patient, "37.0");

        signal("STOP", cluster.broker());
        try {
            assertThat(device().post("/v1/observations", observation).status()).isEqualTo(503);
        } finally {
            signal("CONT", cluster.broker());
        }

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        device().post("/v1/observations", observation).status())
                .isEqualTo(202));
        awaitApplied(id);
    }

    @Test
    void aRollingRestartLosesNothingAndTellsNothingLate() throws Exception {
        var patients = new ArrayList<String>();
        for (var i = 0; i < PATIENTS; i++) {
            patients.add(admit());
        }
        var restarted = new AtomicBoolean();
        try (var posting = Executors.newSingleThreadExecutor()) {
            var posted = posting.submit(posting(patients, restarted));
            var second = cluster.pod("monitor");
            firstMonitor.close();
            firstMonitor = cluster.pod("monitor");
            second.close();
            restarted.set(true);
            for (var id : posted.get()) {
                awaitApplied(id);
            }
        }
        for (var patient : patients) {
            var alerts = nurse().get("/v1/alerts?patientId=" + patient).body().path("items");
            assertThat(alerts).isNotEmpty().allSatisfy(alert -> assertThat(Duration.between(
                            Instant.parse(alert.path("effectiveAt").asText()),
                            Instant.parse(alert.path("raisedAt").asText())))
                    .isLessThan(LATEST));
        }
    }

    /// A reading of every patient in every second while the monitors change; each one's fever comes at its own time.
    private static Callable<List<String>> posting(List<String> patients, AtomicBoolean restarted) {
        return () -> {
            var ids = new ArrayList<String>();
            for (var round = 0; round < 2 * PATIENTS || !restarted.get(); round++) {
                for (var bed = 0; bed < PATIENTS; bed++) {
                    var id = "o-" + UUID.randomUUID();
                    var celsius = bed < round ? "38.5" : "36.9";
                    var answer = device().post("/v1/observations", temperature(id, patients.get(bed), celsius));
                    assertThat(answer.status()).isEqualTo(202);
                    ids.add(id);
                }
                Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            }
            return ids;
        };
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor())
                .isZero();
    }
}
