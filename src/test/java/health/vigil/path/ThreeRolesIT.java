package health.vigil.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.api.alert.AlertListener;
import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.TestStack;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The packaged artifact as three processes with one role each, which share only a broker and a database.
class ThreeRolesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The log message of Quarkus at shutdown, when readiness ends.
    private static final String LEAVES = "Graceful Shutdown";

    private static final int CROWD = 5000;
    /// `vigil.http.connections-per-address`.
    private static final long SHARE = 4096;
    /// Connections of the tests themselves.
    private static final long OTHERS = 10;
    private static final String LOOK = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    private static Path folder;

    private static EmbeddedStack stack;
    private static RoleProcess serve;
    private static RoleProcess ingest;
    private static RoleProcess monitor;
    private static String nurse;
    private static String integration;

    @BeforeAll
    static void start() throws IOException {
        stack = TestStack.own();
        serve = start("serve").ready();
        ingest = start("ingest");
        monitor = start("monitor");
        ingest.ready();
        monitor.ready();
        var credentials = JSON.readTree(Files.readString(folder.resolve("credentials.json")));
        nurse = credentials.at("/nurse/token").asText();
        integration = credentials.at("/integration/token").asText();
    }

    @AfterAll
    static void stop() throws IOException {
        List.of(monitor, ingest, serve).forEach(RoleProcess::close);
        stack.close();
    }

    private static RoleProcess start(String role) throws IOException {
        var environment = new HashMap<>(RoleProcess.environment(role, stack, folder));
        environment.put("VIGIL_HTTP_HEADERS_WITHIN", "PT3S");
        return RoleProcess.start(environment, folder.resolve(role + ".log"));
    }

    @Test
    void thePathWorksAcrossThreeProcesses() throws IOException {
        assertThat(serve.post("/v1/episodes", nurse, admission("p-three")).statusCode())
                .isEqualTo(201);

        assertThat(ingest.post("/v1/observations", nurse, hypotensiveFever()).statusCode())
                .isEqualTo(202);

        await().untilAsserted(() -> assertThat(
                        serve.get("/v1/observations/three-1", nurse).statusCode())
                .isEqualTo(200));
        var grade = JSON.readTree(serve.get("/v1/patients/p-three/grade", nurse).body());
        assertThat(grade.at("/crs/grade").asInt()).isEqualTo(2);
        assertThat(serve.get("/v1/alerts?patientId=p-three", nurse).body()).contains("crs-grade");
    }

    @Test
    void law1WhatKafkaHasNotGotIsNotAnsweredWith202() throws IOException {
        var during = vitals("law1-during");

        var broker = TestStack.broker(stack);
        broker.destroyForcibly();
        broker.onExit().join();
        var refused = ingest.post("/v1/observations", nurse, during);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(JSON.readTree(refused.body()).path("acknowledged")).isEmpty();
        await().untilAsserted(() -> assertThat(
                        ingest.post("/v1/observations", nurse, during).statusCode())
                .isEqualTo(202));
        ingest.ready();
    }

    /// PostgreSQL hangs, which is worse than a refused connection; no request is rejected.
    @Test
    void whatIsAcceptedWhileTheDatabaseIsSilentWaitsInTheBrokerAndArrives() throws IOException {
        serve.post("/v1/episodes", nurse, admission("p-silent"));
        ingest.post("/v1/observations", integration, vitals("before-silence", "p-silent"));
        var ids = IntStream.range(0, 20).mapToObj(number -> "silent-" + number).toList();

        database("STOP");
        try {
            for (var id : ids) {
                assertThat(ingest.post("/v1/observations", integration, vitals(id, "p-silent"))
                                .statusCode())
                        .isEqualTo(202);
            }
        } finally {
            database("CONT");
        }

        await().untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(
                                serve.get("/v1/observations/" + id, nurse).statusCode())
                        .isEqualTo(200)));
        monitor.ready();
    }

    /// The broker does not answer, so nothing wakes the streams of another process: they poll.
    @Test
    void aReaderHearsOfWhatAnotherProcessCommittedWhileKafkaIsSilent() throws IOException {
        serve.post("/v1/episodes", nurse, admission("p-away"));
        ingest.post("/v1/observations", nurse, hypotensiveFever("away-1", "p-away"));
        await().untilAsserted(() -> assertThat(
                        serve.get("/v1/alerts?patientId=p-away", nurse).body())
                .contains("crs-grade"));
        // Not an overdue check: it ends by itself while the other process starts.
        var alert = JsonPath.from(
                        serve.get("/v1/alerts?patientId=p-away", nurse).body())
                .getString("items.find { it.type == 'crs-grade' && it.state == 'open' }.id");

        try (var other = start("serve").ready();
                var stream = AlertListener.to(other.port(), nurse, "?ward=three", Map.of())) {
            signal(TestStack.broker(stack), "STOP");
            try {
                assertThat(serve.post("/v1/alerts/" + alert + "/acknowledgement", nurse, "")
                                .statusCode())
                        .isEqualTo(200);

                await().untilAsserted(() -> assertThat(stream.events())
                        .anyMatch(event -> event.alertId().equals(alert)));
                assertThat(other.isReady()).isTrue();
            } finally {
                signal(TestStack.broker(stack), "CONT");
            }
        }
        monitor.ready();
    }

    private static void database(String signal) throws IOException {
        signal(TestStack.database(stack), signal);
    }

    private static void signal(ProcessHandle first, String signal) throws IOException {
        var command = Stream.concat(
                Stream.of("kill", "-" + signal),
                Stream.concat(Stream.of(first), first.descendants()).map(process -> String.valueOf(process.pid())));
        new ProcessBuilder(command.toList()).start().onExit().join();
    }

    private static String vitals(String id) {
        return vitals(id, "p-three");
    }

    private static String vitals(String id, String patient) {
        return """
            {"id": "%s", "patientId": "%s", "effectiveAt": "%s", "kind": "vital-signs", "heartRate": 80}\
            """.formatted(id, patient, Instant.now().minus(Duration.ofHours(2)));
    }

    @Test
    void law13TheLogsNameNoPatient() throws IOException {
        ingest.post("/v1/observations", nurse, vitals("three-logged"));
        ingest.post("/v1/observations", nurse, vitals("three-logged").replace("80}", "81}"));
        ingest.post("/v1/observations", nurse, "{\"id\": \"three-wrong\", \"patientId\": \"p-three\"}");
        serve.get("/v1/patients/p-three/grade?at=three", nurse);

        for (var role : List.of("ingest", "monitor", "serve")) {
            assertThat(folder.resolve(role + ".log"))
                    .content()
                    .doesNotContain("p-three", "three-logged", "three-wrong");
        }
    }

    @Test
    void anImpossiblePolicyStopsTheStartAndTheLogSaysWhy() throws IOException {
        var environment = new HashMap<>(RoleProcess.environment("monitor", stack, folder));
        environment.put("VIGIL_POLICY_SPO2_LIMIT", "200");
        var log = folder.resolve("impossible.log");

        var code = RoleProcess.start(environment, log).awaitEnd();

        assertThat(code).isNotZero();
        assertThat(log)
                .content()
                .contains("Vigil does not start. Impossible policy: the SpO2 limit is 200, outside 50 to 100."
                        + " Correct it under vigil.policy.")
                .doesNotContain("\tat ", "\"frames\"");
    }

    @Test
    void withoutItsSecretsAServiceOfAHospitalDoesNotStartAndSaysWhy() throws IOException {
        var environment = new HashMap<>(RoleProcess.environment("monitor", stack, folder));
        environment.remove("VIGIL_ACCESS_FOLDER");
        environment.remove("QUARKUS_DATASOURCE_PASSWORD");
        var log = folder.resolve("bare.log");

        var code = RoleProcess.start(environment, log).awaitEnd();

        assertThat(code).isNotZero();
        assertThat(log)
                .content()
                .contains(
                        "Vigil does not start. mp.jwt.verify.publickey.location must name the hospital's",
                        "quarkus.datasource.password is blank",
                        "vigil.quarantine.key must be 32 random bytes in Base64: openssl rand -base64 32")
                .doesNotContain("\tat ", "\"frames\"");
    }

    /// One address opens too many connections: those over its limit are refused, and another address is
    /// served.
    @Test
    void fiveThousandConnectionsOfOneAddressAreNotFeltByAnother() throws IOException {
        try (var crowd = OpenConnections.from("127.0.0.1", ingest.port(), CROWD, LOOK)) {
            assertThat(crowd.answered(200)).isBetween(SHARE - OTHERS, SHARE);

            assertServed("127.0.0.2", ingest.port());
        }
        await().untilAsserted(() -> assertThat(ingest.isReady()).isTrue());
    }

    @Test
    void fiveThousandWhoNeverFinishTheirHeadersAreSentAway() throws IOException {
        try (var crowd =
                OpenConnections.from("127.0.0.1", ingest.port(), CROWD, "GET /q/health/live HTTP/1.1\r\nHost: ")) {
            assertServed("127.0.0.2", ingest.port());

            assertThat(crowd.sentAway()).isTrue();
        }
    }

    @Test
    void whatIsNoHttpIsRefusedWithAProblem() throws IOException {
        try (var one = OpenConnections.from("127.0.0.1", serve.port(), 1, "NO HTTP AT ALL\r\n\r\n")) {
            var answer = new String(one.sockets().getFirst().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).contains(" 400 ", "application/problem+json", "nosniff");
        }
    }

    private static void assertServed(String address, int port) throws IOException {
        try (var one = OpenConnections.from(address, port, 1, LOOK)) {
            assertThat(one.answered(200)).isEqualTo(1);
        }
    }

    private static String admission(String patient) {
        return """
            {"patientId": "%s", "birthDate": "1970-01-01", "ward": "three", "bed": "1", "product": "axi-cel",
             "infusedAt": "%s"}\
            """.formatted(patient, Instant.now().minus(Duration.ofDays(2)));
    }

    private static String hypotensiveFever() {
        return hypotensiveFever("three-1", "p-three");
    }

    private static String hypotensiveFever(String id, String patient) {
        return """
            {"id": "%s", "patientId": "%s", "effectiveAt": "%s", "kind": "vital-signs",
             "temperature": 38.6, "systolic": 84}\
            """.formatted(id, patient, Instant.now().minus(Duration.ofHours(1)));
    }

    @Test
    void anEndpointOfAnotherRoleIsNotFound() throws IOException {
        assertThat(serve.post("/v1/observations", nurse, hypotensiveFever()).statusCode())
                .isEqualTo(404);
        for (var other : List.of(ingest, monitor)) {
            for (var path : List.of("/v1/policy", "/v1/alerts", "/v1/episodes", "/v1/observations/three-1")) {
                assertThat(other.get(path, nurse).statusCode()).as(path).isEqualTo(404);
            }
        }
        assertThat(monitor.post("/v1/observations", nurse, hypotensiveFever()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthShowsOnlyWhatTheRoleUses() throws IOException {
        assertThat(checks(ingest, "ready")).containsExactlyInAnyOrder(LEAVES, "broker", "stream", "mllp");
        assertThat(checks(ingest, "live")).containsExactly("stream");
        assertThat(checks(serve, "ready")).containsExactlyInAnyOrder(LEAVES, "database");
        assertThat(checks(monitor, "ready")).containsExactlyInAnyOrder(LEAVES, "database", "monitor");
        assertThat(checks(monitor, "live")).containsExactly("monitor");
        assertThat(checks(serve, "live")).isEmpty();
    }

    private static List<String> checks(RoleProcess process, String kind) throws IOException {
        var health = JSON.readTree(process.get("/q/health/" + kind, "").body());
        return health.path("checks")
                .valueStream()
                .map((JsonNode check) -> check.path("name").asText())
                .toList();
    }
}
