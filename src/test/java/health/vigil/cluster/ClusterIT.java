package health.vigil.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.faults.Follower;
import health.vigil.path.RoleProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// The chart's Deployments as processes, one ingest, one serve and two monitors, with a topic of six
/// partitions, after an upgrade from the first release's schema.
class ClusterIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final Duration FEVER_WINDOW = Duration.ofHours(24);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int PATIENTS = 12;
    private static final String BEFORE = "p-before";

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static Service ingest;
    private static Service serve;
    private static RoleProcess firstMonitor;
    private static RoleProcess secondMonitor;

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster(folder);
        cluster.schemaOfTheFirstRelease();
        feverOfTheFirstRelease();
        assertThat(cluster.migrate()).isZero();
        serve = new Service(cluster.pod("serve"));
        ingest = new Service(cluster.pod("ingest"));
        firstMonitor = cluster.pod("monitor");
        secondMonitor = cluster.pod("monitor");
        List.of(secondMonitor, serve.pod(), ingest.pod(), firstMonitor).forEach(RoleProcess::ready);
    }

    @AfterAll
    static void stop() throws IOException {
        ingest.close();
        serve.close();
        cluster.close();
    }

    /// A patient with a fever, stored by the first release.
    private static void feverOfTheFirstRelease() throws SQLException {
        try (var connection = cluster.database();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into episode (id, patient_id, birth_date, ward, bed, product, infused_at, admitted_at, admitted_by)
                    values ('00000000-0000-0000-0000-000000000001', 'p-before', '1970-01-01', 'IT', '1', 'axi-cel',
                        now() - interval '2 days', now() - interval '2 days', 'nurse');
                    insert into baseline (episode_id, received_at, content, entered_by)
                    values ('00000000-0000-0000-0000-000000000001', now() - interval '2 days', '{}', 'nurse');
                    insert into observation_identity (id, content_hash, patient_id, effective_at, kind, state)
                    values ('o-before', '\\x00', 'p-before', date_trunc('second', now()) - interval '1 hour', 'vital-signs', 'applied');
                    insert into observation (patient_id, effective_at, id, kind, received_at, content, graded)
                    values ('p-before', date_trunc('second', now()) - interval '1 hour', 'o-before', 'vital-signs',
                        now() - interval '1 hour', '{"temperature": 38.6}', true)""");
        }
    }

    @Test
    void whatTheVersionBeforeWroteIsReadAndGoesOn() throws IOException {
        assertThat(grade(BEFORE)).isEqualTo(1);

        var low = post(vitals(BEFORE, "38.6", 80));

        awaitApplied(low);
        assertThat(grade(BEFORE)).isEqualTo(2);
    }

    @Test
    void anObservationBecomesAGradeAndAnAlertThroughThreeRoles() throws IOException {
        var patient = admit();

        var fever = post(vitals(patient, "38.6", 84));

        awaitApplied(fever);
        assertThat(grade(patient)).isEqualTo(2);
        assertThat(alerts(patient))
                .extracting(alert -> alert.path("type").asText())
                .contains("crs-grade");
    }

    @Test
    void aSettingOfTheChartIsInForce() throws IOException {
        assertThat(Duration.parse(read("/v1/alerts/rules").at("/plan/labs").asText()))
                .isEqualTo(Duration.parse("PT" + Cluster.LABS));
    }

    @Test
    void aRoleAnswersForNoOther() throws IOException {
        assertThat(ingest.caller().get("/v1/episodes", token("nurse")).statusCode())
                .isEqualTo(404);
        assertThat(serve.caller().post("/v1/observations", token("nurse"), "[]").statusCode())
                .isEqualTo(404);
        assertThat(firstMonitor.get("/v1/episodes", token("nurse")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTraceLeadsFromThePostToTheAlertAndNamesNobody() throws IOException, InterruptedException {
        var patient = admit();
        var trace = UUID.randomUUID().toString().replace("-", "");
        var vitals = vitals(patient, "38.6", 84);
        var request = observations(ingest.port())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(vitals))
                .build();

        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
        }

        await().untilAsserted(() -> assertThat(cluster.collector().about(trace))
                .contains("POST /v1/observations", "apply", "alert", "crs-grade", "ingest", "monitor"));
        assertThat(cluster.collector().everything()).doesNotContain(patient, id(vitals), "38.6");
    }

    /// Before a pod stops, its Service removes it: it gets no new requests and finishes the current ones.
    @Test
    void anIngestThatStopsAnswersWhatItHasBegun() throws Exception {
        var patient = admit();
        var body = IntStream.range(0, 1000)
                .mapToObj(_ -> vitals(patient, "37.0", 120))
                .collect(Collectors.joining(",", "[", "]"));
        var leaving = cluster.pod("ingest").ready();
        var half = body.length() / 2;
        var begun = new ByteArrayInputStream(body.substring(0, half).getBytes(StandardCharsets.UTF_8));
        var rest = new ByteArrayInputStream(body.substring(half).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                signal(leaving, "TERM");
                return super.read(into, offset, length);
            }
        };
        var slow = BodyPublishers.ofInputStream(() -> new SequenceInputStream(begun, rest));

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(observations(leaving.port()).POST(slow).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(JSON.readTree(answer.body()).path("accepted").asInt()).isEqualTo(1000);
        }
        leaving.awaitEnd();
    }

    private static void signal(RoleProcess process, String name) {
        try {
            process.signal(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder observations(int port) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/observations"))
                .header("Authorization", "Bearer " + token("device"))
                .header("Content-Type", "application/json");
    }

    @Test
    void aWindowThatRunsOutAfterItsMonitorDiedIsToldOnceByTheOther() throws Exception {
        var patient = admit();
        var fever =
                Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(FEVER_WINDOW).plusSeconds(10);
        var runsOut = fever.plus(FEVER_WINDOW).plusNanos(1000);
        awaitApplied(post(vitals(patient, fever, "38.6", 120)));
        awaitApplied(post(vitals(patient, "37.0", 120)));
        try (var grades = cluster.grades()) {
            dies(cluster.monitorOf(patient));
            assertThat(Instant.now()).as("died before the window ran out").isBefore(runsOut);

            await().untilAsserted(() -> assertThat(grades.byTime(patient)).isNotEmpty());

            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(grades.byTime(patient))
                            .singleElement()
                            .satisfies(change -> {
                                assertThat(time(change, "at")).isEqualTo(runsOut);
                                assertThat(change.path("previous").asInt()).isEqualTo(1);
                                assertThat(change.path("grade").asInt(-1)).isZero();
                            }));
        }
    }

    private static void dies(long monitor) {
        var survivor = monitor == firstMonitor.pid() ? secondMonitor : firstMonitor;
        var owner = survivor == firstMonitor ? secondMonitor : firstMonitor;
        assertThat(owner.pid()).isEqualTo(monitor);
        owner.kill();
        firstMonitor = survivor;
    }

    @Test
    void aRollingUpdateLosesNothingRefusesNothingAndTellsNothingLate() throws Exception {
        var patients = new ArrayList<String>();
        for (var i = 0; i < PATIENTS; i++) {
            patients.add(admit());
        }
        var updated = new AtomicBoolean();
        try (var dashboard = new Follower(serve::port, token("nurse"));
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var posting = others.submit(() -> rounds(patients, updated));
            var looking = others.submit(() -> looks(patients, updated));
            try {
                update();
            } finally {
                updated.set(true);
            }
            var ids = posting.get().toArray(String[]::new);
            assertThat(looking.get()).containsOnly(200);

            await().untilAsserted(() -> assertThat(cluster.applied(ids)).isEqualTo(ids.length));
            var last = cluster.lastEvent();
            await().untilAsserted(() -> assertThat(dashboard.last()).isGreaterThanOrEqualTo(last));
            assertThat(dashboard.faults()).isEmpty();
        }

        assumeThat(othersWantTheProcessor())
                .as("on a machine that others keep busy, lateness says nothing")
                .isFalse();
        for (var patient : patients) {
            assertThat(rises(patient)).isNotEmpty().allSatisfy(alert -> {
                var observation =
                        read("/v1/observations/" + alert.path("observationId").asText());
                assertThat(Duration.between(time(observation, "receivedAt"), time(alert, "raisedAt")))
                        .isLessThan(LATEST);
            });
        }
    }

    /// Updates each role separately, starting the new pod before the old one stops.
    private static void update() throws IOException {
        var nextIngest = cluster.pod("ingest");
        var nextServe = cluster.pod("serve").ready();
        var old = List.of(ingest.update(nextIngest.ready()), serve.update(nextServe));
        var nextMonitor = cluster.pod("monitor").ready();
        firstMonitor.close();
        firstMonitor = nextMonitor;
        assertThat(old).allSatisfy(pod -> assertThat(pod.log()).content().doesNotContain("\"ERROR\""));
    }

    /// The statuses for a client that reads one patient after the other.
    private static Set<Integer> looks(List<String> patients, AtomicBoolean updated) throws IOException {
        var statuses = new HashSet<Integer>();
        for (var look = 0; !updated.get(); look++) {
            var path = "/v1/patients/" + patients.get(look % PATIENTS) + "/grade";
            statuses.add(serve.caller().get(path, token("nurse")).statusCode());
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return statuses;
    }

    /// Whether a short computation takes much longer than its processor time.
    private static boolean othersWantTheProcessor() {
        var clock = ManagementFactory.getThreadMXBean();
        var work = Duration.ofMillis(300).toNanos();
        var start = System.nanoTime();
        var startOfWork = clock.getCurrentThreadCpuTime();
        while (clock.getCurrentThreadCpuTime() - startOfWork < work) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - start > 2 * work;
    }

    private static List<JsonNode> rises(String patient) throws IOException {
        var rises = new ArrayList<JsonNode>();
        alerts(patient).forEach(alert -> {
            if (alert.path("type").asText().equals("crs-grade") && alert.has("observationId")) {
                rises.add(alert);
            }
        });
        return rises;
    }

    private static Instant time(JsonNode json, String field) {
        return Instant.parse(json.path(field).asText());
    }

    /// Rounds over all patients while the pods change, half a second each. In each round the pressure of one
    /// patient falls.
    private static List<String> rounds(List<String> patients, AtomicBoolean updated) throws IOException {
        var ids = new ArrayList<String>();
        for (var round = 0; round < 2 * PATIENTS || !updated.get(); round++) {
            var start = Instant.now();
            for (var bed = 0; bed < PATIENTS; bed++) {
                ids.add(post(vitals(patients.get(bed), "38.5", bed < round % PATIENTS ? 80 : 120)));
            }
            await().until(() -> Instant.now().isAfter(start.plusMillis(500)));
        }
        return ids;
    }

    private static String token(String role) {
        return cluster.token(role);
    }

    private static String admit() throws IOException {
        var patient = "p-" + UUID.randomUUID();
        var answer = serve.caller().post("/v1/episodes", token("nurse"), """
                {"patientId": "%s", "birthDate": "1970-01-01", "ward": "IT", "bed": "1", "product": "CAR-T",
                 "infusedAt": "%s"}""".formatted(
                        patient, Instant.now().minus(Duration.ofDays(2))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return patient;
    }

    private static String vitals(String patient, String celsius, int systolic) {
        return vitals(patient, Instant.now(), celsius, systolic);
    }

    private static String vitals(String patient, Instant at, String celsius, int systolic) {
        return """
                {"id": "o-%s", "patientId": "%s", "effectiveAt": "%s", "kind": "vital-signs",
                 "temperature": %s, "systolic": %d}""".formatted(UUID.randomUUID(), patient, at, celsius, systolic);
    }

    private static String post(String observation) throws IOException {
        var answer = ingest.caller().post("/v1/observations", token("device"), observation);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return id(observation);
    }

    private static String id(String observation) throws IOException {
        return JSON.readTree(observation).path("id").asText();
    }

    private static int grade(String patient) throws IOException {
        return read("/v1/patients/" + patient + "/grade").at("/crs/grade").asInt(-1);
    }

    private static JsonNode alerts(String patient) throws IOException {
        return read("/v1/alerts?patientId=" + patient).path("items");
    }

    private static JsonNode read(String path) throws IOException {
        return JSON.readTree(serve.caller().get(path, token("nurse")).body());
    }

    private static void awaitApplied(String id) {
        await().pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(
                                read("/v1/observations/" + id).path("state").asText())
                        .isEqualTo("applied"));
    }
}
