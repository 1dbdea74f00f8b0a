package health.vigil.path;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/// An observation is identified by its sender and the id that this sender gave it.
@ServiceTest
class IdentityTest {
    private Colleague one;
    private Colleague other;
    private final String id = "n-" + UUID.randomUUID();

    @Inject
    OtherSystem topic;

    @BeforeEach
    void twoSenders() {
        one = Colleague.of(Role.INTEGRATION, Map.of());
        other = Colleague.of(Role.INTEGRATION, Map.of());
    }

    private static Map<String, Object> vitals(String id, AdmittedPatient patient, double temperature, int systolic) {
        return observation(
                id, patient, "vital-signs", Map.of("temperature", temperature, "systolic", systolic, "spo2", 97));
    }

    private static Map<String, Object> retraction(AdmittedPatient patient, Map<String, Object> fields) {
        return observation("r-" + UUID.randomUUID(), patient, "retraction", fields);
    }

    private static Map<String, Object> observation(
            String id, AdmittedPatient patient, String kind, Map<String, Object> fields) {
        var observation = new LinkedHashMap<String, Object>(fields);
        observation.put("id", id);
        observation.put("patientId", patient.patientId());
        observation.put("kind", kind);
        observation.put(
                "effectiveAt", patient.infusedAt().plus(Duration.ofHours(50)).toString());
        return observation;
    }

    private static ValidatableResponse post(Colleague sender, Object body) {
        return sender.sends(body).post("/v1/observations").then();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().untilAsserted(assertion);
    }

    private static JsonPath grade(AdmittedPatient patient) {
        var at = patient.infusedAt().plus(Duration.ofHours(51)).toString();
        return As.role(Role.NURSE)
                .queryParam("at", at)
                .get("/v1/patients/{patient}/grade", patient.patientId())
                .jsonPath();
    }

    private static void awaitGrade(AdmittedPatient patient, Integer grade) {
        eventually(() -> assertThat((Integer) grade(patient).get("crs.grade")).isEqualTo(grade));
    }

    private static JsonPath observation(String id, String sender) {
        return As.role(Role.NURSE)
                .queryParam("sender", sender)
                .get("/v1/observations/{id}", id)
                .jsonPath();
    }

    private static void awaitState(String id, Colleague sender, String state) {
        eventually(() -> assertThat(observation(id, sender.username()).getString("state"))
                .isEqualTo(state));
    }

    private static List<Map<String, Object>> conflicts(AdmittedPatient patient) {
        return As.role(Role.NURSE)
                .queryParam("patientId", patient.patientId())
                .get("/v1/alerts")
                .jsonPath()
                .getList("items.findAll { it.rule == 'conflicting-observation' }");
    }

    private static List<Map<String, Object>> quarantined(AdmittedPatient patient) {
        return As.role(Role.ADMIN)
                .queryParam("patientId", patient.patientId())
                .get("/v1/quarantine")
                .jsonPath()
                .getList("items");
    }

    private static ValidatableResponse settle(String how, String record, Map<String, String> body) {
        return As.role(Role.ADMIN)
                .contentType(JSON)
                .body(body)
                .post("/v1/quarantine/{id}/" + how, record)
                .then();
    }

    @Test
    void twoSendersThatBothCountFromOneDisturbNobody() {
        var first = AdmittedPatient.daysAgo(3);
        var second = AdmittedPatient.daysAgo(3);

        for (int number = 1; number <= 3; number++) {
            post(one, vitals(id + number, first, 39.1, 120)).statusCode(202).body("accepted", equalTo(1));
            post(other, vitals(id + number, second, 39.2, 70)).statusCode(202).body("accepted", equalTo(1));
        }

        awaitGrade(first, 1);
        awaitGrade(second, 2);
        for (int number = 1; number <= 3; number++) {
            awaitState(id + number, one, "applied");
            awaitState(id + number, other, "applied");
        }
        for (var patient : List.of(first, second)) {
            assertThat(conflicts(patient)).isEmpty();
            assertThat(quarantined(patient)).isEmpty();
            assertThat(senders(patient)).hasSize(3);
        }
    }

    private static List<String> senders(AdmittedPatient patient) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{patient}/observations", patient.patientId())
                .jsonPath()
                .getList("items.sender");
    }

    /// Both readings have the same time, id and patient.
    @Test
    void theReadingThatGradesHigherCountsWhicheverSenderGaveIt() {
        var patient = AdmittedPatient.daysAgo(3);
        var another = AdmittedPatient.daysAgo(3);

        post(one, vitals(id, patient, 39.1, 120)).statusCode(202);
        post(other, vitals(id, patient, 39.1, 70)).statusCode(202);
        post(other, vitals(id + "b", another, 39.1, 70)).statusCode(202);
        post(one, vitals(id + "b", another, 39.1, 120)).statusCode(202);

        for (var watched : List.of(patient, another)) {
            eventually(() -> assertThat(senders(watched)).containsExactlyInAnyOrder(one.username(), other.username()));
            awaitGrade(watched, 2);
            assertThat(grade(watched).getString("crs.basis.find { it.component == 'hypotension' }.sender"))
                    .isEqualTo(other.username());
        }
    }

    @Test
    void aPageOfAListEndsBetweenTwoSendersOfOneId() {
        var patient = AdmittedPatient.daysAgo(3);
        post(one, vitals(id, patient, 38.1, 120)).statusCode(202);
        post(other, vitals(id, patient, 38.2, 120)).statusCode(202);
        awaitState(id, one, "applied");
        awaitState(id, other, "applied");

        var seen = new ArrayList<String>();
        var next = "/v1/patients/" + patient.patientId() + "/observations?limit=1";
        while (next != null) {
            var page = As.role(Role.NURSE).urlEncodingEnabled(false).get(next);
            seen.addAll(page.jsonPath().getList("items.sender"));
            var link = page.getHeader("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).containsExactlyInAnyOrder(one.username(), other.username());
    }

    @Test
    void aConflictIsAboutThePatientWhomTheNewRecordNames() {
        var first = AdmittedPatient.daysAgo(3);
        var second = AdmittedPatient.daysAgo(3);
        post(one, vitals(id, first, 37.1, 120)).statusCode(202);
        awaitState(id, one, "applied");

        post(one, vitals(id, second, 40.1, 70)).statusCode(202).body("accepted", equalTo(1));

        eventually(() -> assertThat(conflicts(second)).singleElement().satisfies(alert -> {
            assertThat(alert).containsEntry("ward", second.ward()).containsEntry("priority", "medium");
            assertThat(alert.get("detail")).asString().contains("1 record of " + one.username());
        }));
        assertThat(conflicts(first)).isEmpty();
        assertThat(quarantined(second))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("reason", "id-conflict")
                        .containsEntry("sender", one.username())
                        .containsEntry("observationId", id));
        assertThat(quarantined(first)).isEmpty();
        assertThat(record(first)).doesNotContain(second.patientId()).doesNotContain("40.1");
        assertThat(record(second)).contains("\"record\":\"quarantine\"").contains("40.1");
        assertThat(observation(id, one.username()).getString("patientId")).isEqualTo(first.patientId());
    }

    private static String record(AdmittedPatient patient) {
        return As.role(Role.PHYSICIAN)
                .get("/v1/patients/{patient}/record", patient.patientId())
                .asString();
    }

    @Test
    void theSameConflictIsKeptAndToldOnce() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        post(one, vitals(id, patient, 37.1, 120)).statusCode(202);

        for (int time = 0; time < 5; time++) {
            post(one, vitals(id, patient, 40.1, 70)).statusCode(202).body("accepted", equalTo(1));
        }
        post(one, vitals(id + "last", patient, 37.2, 120)).statusCode(202);

        awaitState(id + "last", one, "applied");
        assertThat(quarantined(patient)).hasSize(1);
        assertThat(conflicts(patient))
                .singleElement()
                .satisfies(alert -> assertThat(alert.get("detail")).asString().startsWith("1 record of "));
        assertThat(topic.column(
                        "select count(*) from alert_event where alert->>'patientId' = ? and event = 'raised'"
                                + " and alert->>'rule' = 'conflicting-observation'",
                        patient.patientId()))
                .containsExactly("1");
    }

    @Test
    void aDeviceWhoseIdsBeginAnewIsOneAlertThatNamesItAndCounts() {
        var patient = AdmittedPatient.daysAgo(3);
        var device = "mon-" + UUID.randomUUID();
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "patientId",
                        patient.patientId(),
                        "from",
                        patient.infusedAt().toString()))
                .put("/v1/devices/{device}/binding", device)
                .then()
                .statusCode(200);
        var gateway = Colleague.of(Role.DEVICE, Map.of());
        var restart = Instant.now().minus(Duration.ofMinutes(90));

        gateway.sends(readings(device, restart.minus(Duration.ofMinutes(90)), 36.8))
                .post("/v1/observations");
        readings(device, restart, 39.4)
                .forEach(reading -> post(gateway, reading).statusCode(202));

        eventually(() -> assertThat(conflicts(patient))
                .singleElement()
                .satisfies(alert -> assertThat(alert.get("detail"))
                        .asString()
                        .startsWith("60 records of " + device + " since ")
                        .contains(restart.toString().substring(11, 16))));
        assertThat(conflicts(patient).getFirst()).containsEntry("ward", patient.ward());
    }

    private static List<Map<String, Object>> readings(String device, Instant from, double temperature) {
        var readings = new ArrayList<Map<String, Object>>();
        for (int number = 0; number < 60; number++) {
            readings.add(Map.of(
                    "id",
                    device + "-" + number,
                    "deviceId",
                    device,
                    "kind",
                    "vital-signs",
                    "effectiveAt",
                    from.plusSeconds(number * 60L).toString(),
                    "temperature",
                    temperature,
                    "systolic",
                    122));
        }
        return readings;
    }

    @Test
    void aConflictIsReleasedUnderANewIdOnly() {
        var patient = AdmittedPatient.daysAgo(3);
        post(one, vitals(id, patient, 37.1, 120)).statusCode(202);
        post(one, vitals(id, patient, 39.1, 70)).statusCode(202);
        eventually(() -> assertThat(quarantined(patient)).hasSize(1));
        var record = String.valueOf(quarantined(patient).getFirst().get("id"));

        settle("release", record, Map.of("note", "seen")).statusCode(409).body("detail", containsString("newId"));
        settle("release", record, Map.of("note", "seen", "newId", id))
                .statusCode(409)
                .body("detail", containsString("newId"));
        settle("release", record, Map.of("note", "seen", "newId", id + "-2"))
                .statusCode(200)
                .body("state", equalTo("released"));

        awaitState(id + "-2", one, "applied");
        awaitGrade(patient, 2);
        assertThat(observation(id, one.username()).getDouble("temperature")).isEqualTo(37.1);
        post(one, vitals(id, patient, 39.1, 70)).statusCode(202);
        post(one, vitals(id + "last", patient, 37.2, 120)).statusCode(202);
        awaitState(id + "last", one, "applied");
        assertThat(quarantined(patient))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("state", "released"));
    }

    @Test
    void whoAsksByAnIdOfSeveralSendersIsToldWhichThereAre() {
        var patient = AdmittedPatient.daysAgo(3);
        post(one, vitals(id, patient, 38.1, 120)).statusCode(202);
        awaitState(id, one, "applied");
        As.role(Role.NURSE)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("sender", equalTo(one.username()));

        post(other, vitals(id, patient, 38.2, 120)).statusCode(202);
        awaitState(id, other, "applied");

        As.role(Role.NURSE)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(409)
                .body(
                        "senders",
                        equalTo(List.of(one.username(), other.username()).stream()
                                .sorted()
                                .toList()));
        var nurse = Colleague.of(Role.NURSE, Map.of());
        post(nurse, vitals(id, patient, 38.3, 120)).statusCode(202);
        awaitState(id, nurse, "applied");
        nurse.asks().get("/v1/observations/{id}", id).then().statusCode(200).body("sender", equalTo(nurse.username()));
    }

    @Test
    void aRetractionWithdrawsTheOwnElseTheOnlyElseTheOneItNames() {
        var patient = AdmittedPatient.daysAgo(3);
        var nurse = Colleague.of(Role.NURSE, Map.of());
        post(one, vitals(id, patient, 38.1, 120)).statusCode(202);
        post(other, vitals(id, patient, 38.2, 120)).statusCode(202);
        awaitState(id, one, "applied");
        awaitState(id, other, "applied");

        post(nurse, retraction(patient, Map.of("observationId", id, "reason", "loose")))
                .statusCode(400)
                .body("violations[0].field", equalTo("sender"))
                .body("violations[0].message", containsString(one.username()))
                .body("violations[0].message", containsString(other.username()));
        post(other, retraction(patient, Map.of("observationId", id, "reason", "loose")))
                .statusCode(202);

        eventually(() -> assertThat(observation(id, other.username()).getString("retractedAt"))
                .isNotNull());
        assertThat(observation(id, one.username()).getString("retractedAt")).isNull();
        post(nurse, retraction(patient, Map.of("observationId", id, "sender", one.username(), "reason", "loose")))
                .statusCode(202);
        eventually(() -> assertThat(observation(id, one.username()).getString("retractedAt"))
                .isNotNull());
    }

    @Test
    void aDeviceWithdrawsNothingThatAnotherSenderSent() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        var gateway = Colleague.of(Role.DEVICE, Map.of());
        post(one, vitals(id, patient, 38.1, 120)).statusCode(202);
        awaitState(id, one, "applied");
        var named = retraction(patient, Map.of("observationId", id, "sender", one.username(), "reason", "mine"));

        post(gateway, named).statusCode(403);
        post(gateway, retraction(patient, Map.of("observationId", id, "reason", "mine")))
                .statusCode(403);
        topic.producesSigned(patient.patientId(), byADevice(named, gateway));

        eventually(() -> assertThat(quarantined(patient))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("reason", "not-permitted")));
        assertThat(observation(id, one.username()).getString("retractedAt")).isNull();
    }

    private static String byADevice(Map<String, Object> retraction, Colleague gateway) {
        var json = new StringBuilder("{");
        retraction.forEach((name, value) ->
                json.append("\"").append(name).append("\":\"").append(value).append("\","));
        return json + "\"enteredBy\":\"" + gateway.username() + "\",\"enteredByRole\":\"device\"}";
    }

    @Test
    void aCorrectionStandsInThePlaceOfTheSameSendersOnly() {
        var patient = AdmittedPatient.daysAgo(3);
        post(one, vitals(id, patient, 38.1, 120)).statusCode(202);
        post(other, vitals(id, patient, 38.2, 120)).statusCode(202);
        awaitState(id, one, "applied");
        awaitState(id, other, "applied");
        var correction = new LinkedHashMap<>(vitals(id + "-2", patient, 38.3, 120));
        correction.put("corrects", id);

        post(other, correction).statusCode(202);

        eventually(() -> assertThat(observation(id, other.username()).getString("retractedAt"))
                .isNotNull());
        assertThat(observation(id, one.username()).getString("retractedAt")).isNull();
    }
}
