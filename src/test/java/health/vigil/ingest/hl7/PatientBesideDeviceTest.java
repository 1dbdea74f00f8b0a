package health.vigil.ingest.hl7;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

/// Monitors that name a patient and a device: the reading is applied only if the device is bound to this patient.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PatientBesideDeviceTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);
    private static final String FEVER = "39.1";

    @Inject
    MllpServer server;

    private final String monitor = "m-" + UUID.randomUUID();
    private final String device = "monitors:" + monitor;
    private AdmittedPatient patient;
    private AdmittedPatient neighbour;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(1);
        neighbour = AdmittedPatient.daysAgo(1);
    }

    private void bind(AdmittedPatient whose) {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "patientId",
                        whose.patientId(),
                        "from",
                        whose.infusedAt().plus(Duration.ofMinutes(1)).toString()))
                .put("/v1/devices/{id}/binding", device)
                .then()
                .statusCode(200);
    }

    private void unbind(Instant at) {
        As.role(Role.NURSE)
                .delete("/v1/devices/{id}/binding?at={at}", device, at.toString())
                .then()
                .statusCode(204);
    }

    private String send(String patientId) throws Exception {
        return send(patientId, Instant.now().minus(Duration.ofMinutes(1)));
    }

    private String send(String patientId, Instant effectiveAt) throws Exception {
        var at = TIME.format(effectiveAt);
        try (var client = MllpClient.plain(server.port().orElseThrow())) {
            return client.send(String.join(
                            "\r",
                            "MSH|^~\\&|MON|W|||" + at + "||ORU^R01|1|P|2.6",
                            "PID|1||" + patientId + "^^^HOSP^MR",
                            "OBR|1|||VITALS|||" + at,
                            "OBX|1|NM|188424^MDC_TEMP_ORAL^MDC||" + FEVER + "|268192^MDC_DIM_DEGC^MDC|||||F|||||||"
                                    + monitor,
                            ""))
                    .answer()
                    .orElseThrow();
        }
    }

    /// Whether the fever was graded. Without any reading there is no grade.
    private static boolean febrile(AdmittedPatient whose) {
        return Objects.equals(
                As.role(Role.NURSE)
                        .get("/v1/patients/{id}/grade", whose.patientId())
                        .jsonPath()
                        .get("crs.grade"),
                1);
    }

    private static void awaitFever(AdmittedPatient whose) {
        await().untilAsserted(() -> assertThat(febrile(whose)).isTrue());
    }

    private List<Map<String, Object>> held() {
        return As.role(Role.ADMIN)
                .get("/v1/quarantine?reason=wrong-patient&limit=200")
                .jsonPath()
                .getList("items.findAll { it.deviceId == '" + device + "' && it.state == 'open' }");
    }

    private String awaitHeld() {
        await().untilAsserted(() -> assertThat(held()).hasSize(1));
        return String.valueOf(held().getFirst().get("id"));
    }

    private static List<String> alerts(AdmittedPatient whose) {
        return As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}", whose.patientId())
                .jsonPath()
                .getList("items.findAll { it.type == 'quarantine' }.detail");
    }

    @Test
    void aReadingOfThePatientToWhomTheDeviceIsBoundIsApplied() throws Exception {
        bind(patient);

        assertThat(send(patient.patientId())).contains("MSA|AA|1");

        awaitFever(patient);
        assertThat(held()).isEmpty();
    }

    @Test
    void anotherPatientOfTheMessageWaitsForAPersonAndTheWardIsTold() throws Exception {
        bind(neighbour);

        assertThat(send(patient.patientId())).contains("MSA|AA|1");
        awaitHeld();
        send(patient.patientId());

        await().untilAsserted(() -> assertThat(alerts(neighbour))
                .singleElement()
                .asString()
                .contains(device)
                .contains("another patient")
                .doesNotContain(patient.patientId()));
        await().untilAsserted(() -> assertThat(alerts(patient))
                .singleElement()
                .asString()
                .contains(device)
                .containsPattern("names? this patient")
                .doesNotContain(neighbour.patientId()));
        assertThat(febrile(patient)).isFalse();
        assertThat(febrile(neighbour)).isFalse();
    }

    @Test
    void aStrangerOnAMonitorThatIsBoundIsToldToo() throws Exception {
        bind(neighbour);

        assertThat(send("stranger-" + UUID.randomUUID())).contains("MSA|AA|1");

        awaitHeld();
    }

    @Test
    void aStrangerOnAMonitorThatIsNoLongerBoundIsIgnored() throws Exception {
        bind(neighbour);
        unbind(Instant.now().minus(Duration.ofHours(1)));

        assertThat(send("stranger-" + UUID.randomUUID())).contains("MSA|AA|1|not watched");
    }

    @Test
    void aReadingOfTheTimeBeforeTheBindingEndedIsToldToo() throws Exception {
        bind(neighbour);
        unbind(Instant.now().minus(Duration.ofHours(1)));

        assertThat(send("stranger-" + UUID.randomUUID(), Instant.now().minus(Duration.ofHours(2))))
                .contains("MSA|AA|1")
                .doesNotContain("not watched");

        awaitHeld();
    }

    @Test
    void aStrangerOnAMonitorThatWasNeverBoundIsIgnored() throws Exception {
        assertThat(send("stranger-" + UUID.randomUUID())).contains("MSA|AA|1|not watched");
    }

    @Test
    void onceTheBindingIsCorrectedAReleaseAppliesIt() throws Exception {
        bind(neighbour);
        send(patient.patientId());
        var entry = awaitHeld();
        bind(patient);

        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("note", "The binding was wrong"))
                .post("/v1/quarantine/{id}/release", entry)
                .then()
                .statusCode(200);

        awaitFever(patient);
        assertThat(febrile(neighbour)).isFalse();
    }

    @Test
    void aReleaseWithoutACorrectionWaitsAgain() throws Exception {
        bind(neighbour);
        send(patient.patientId());
        var entry = awaitHeld();

        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("note", "Looks right"))
                .post("/v1/quarantine/{id}/release", entry)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(held())
                .singleElement()
                .satisfies(again -> assertThat(again.get("id")).isNotEqualTo(entry)));
        assertThat(febrile(neighbour)).isFalse();
    }

    @Test
    void anAdministratorMaySayWhoseItIs() throws Exception {
        bind(neighbour);
        send(patient.patientId());

        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("patientId", neighbour.patientId(), "note", "The monitor still names the last patient"))
                .post("/v1/quarantine/{id}/release", awaitHeld())
                .then()
                .statusCode(200);

        awaitFever(neighbour);
    }

    /// Another number of the same patient is no other patient.
    @Test
    void aNumberThatWasMergedAgrees() throws Exception {
        var former = AdmittedPatient.daysAgo(1);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "at", former.infusedAt().plus(Duration.ofMinutes(2)).toString()))
                .post("/v1/episodes/{id}/discharge", former.episodeId())
                .then()
                .statusCode(200);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("into", patient.patientId(), "reason", "admitted twice"))
                .post("/v1/patients/{id}/merge", former.patientId())
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(As.role(Role.NURSE)
                        .get("/v1/patients/{id}/grade", former.patientId())
                        .jsonPath()
                        .getString("patientId"))
                .isEqualTo(patient.patientId()));
        bind(patient);

        assertThat(send(former.patientId())).contains("MSA|AA|1");

        awaitFever(patient);
    }
}
