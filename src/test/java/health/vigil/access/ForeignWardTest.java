package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

/// For a user of another ward, everything about the patient is not found.
@ServiceTest
class ForeignWardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/patients/%p/grade",
                "/v1/patients/%p/grades",
                "/v1/patients/%p/observations",
                "/v1/patients/%p/trends",
                "/v1/patients/%p/treatments",
                "/v1/patients/%p/context",
                "/v1/patients/%p/prompts",
                "/v1/episodes/%e",
                "/v1/wards/%w/board",
                "/v1/alerts?ward=%w",
                "/v1/episodes?ward=%w"
            })
    void aForeignPatientIsNotThere(String address) {
        var patient = AdmittedPatient.daysAgo(3);
        var path = address.replace("%p", patient.patientId())
                .replace("%e", patient.episodeId())
                .replace("%w", patient.ward());

        var answer = colleague().get(path);

        assertThat(answer.statusCode()).isIn(200, 404);
        assertThat(answer.asString()).doesNotContain(patient.patientId()).doesNotContain("Ada");
        assertThat(As.role(Role.NURSE).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignEpisodeIsNeitherMovedNorEnded() {
        var patient = AdmittedPatient.daysAgo(3);

        colleague()
                .contentType("application/merge-patch+json")
                .body(Map.of("bed", "13"))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(404);
        colleague()
                .contentType(ContentType.JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/" + patient.episodeId() + "/discharge")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyAdmitsIntoAForeignWard() {
        var form = AdmittedPatient.form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), Instant.now());

        colleague()
                .contentType(ContentType.JSON)
                .body(form)
                .post("/v1/episodes")
                .then()
                .statusCode(404);
    }

    @Test
    void listsHoldTheOwnWardsOnly() {
        var patient = AdmittedPatient.daysAgo(3);

        for (var list : List.of("/v1/episodes", "/v1/alerts", "/v1/alerts?patientId=" + patient.patientId())) {
            assertThat(colleague().get(list).asString()).doesNotContain(patient.patientId());
        }
    }

    @Test
    void aDeviceOfAnotherIdIsRefused() {
        var token = Colleague.of(Role.DEVICE, Map.of("deviceId", "monitor-a")).token();

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "deviceId",
                        "monitor-b",
                        "effectiveAt",
                        Instant.now().toString(),
                        "kind",
                        "vital-signs",
                        "heartRate",
                        80))
                .post("/v1/observations")
                .then()
                .statusCode(is(oneOf(400, 403)));
    }

    @Test
    void aForeignPatientIsNotThereForWhoeverEntersSomething() {
        var patient = AdmittedPatient.daysAgo(3);

        colleague()
                .contentType(ContentType.JSON)
                .body(FeverReading.reading(patient.patientId(), Duration.ofMinutes(1)))
                .post("/v1/observations")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aForeignAlertIsNotThere() {
        var patient = AdmittedPatient.daysAgo(3);
        var alert = FeverReading.of(patient).getFirst();

        colleague().get("/v1/alerts/" + alert).then().statusCode(404);
        colleague()
                .contentType(ContentType.JSON)
                .post("/v1/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(404);
        colleague().delete("/v1/alerts/" + alert + "/acknowledgement").then().statusCode(404);
        colleague()
                .get("/v1/alerts/statistics?ward=" + patient.ward())
                .then()
                .statusCode(200)
                .body("alerts", is(0));
    }

    @Test
    void aForeignObservationIsNotThere() {
        var patient = AdmittedPatient.daysAgo(3);
        var reading = FeverReading.reading(patient.patientId(), Duration.ofMinutes(1));
        As.role(Role.NURSE).contentType(ContentType.JSON).body(reading).post("/v1/observations");
        var path = "/v1/observations/" + reading.get("id");
        await().untilAsserted(() -> As.role(Role.NURSE).get(path).then().statusCode(200));

        colleague().get(path).then().statusCode(404);
    }

    @Test
    void aDeviceNamesNoForeignPatientAndCanBeTakenAway() {
        var patient = AdmittedPatient.daysAgo(3);
        var device = "/v1/devices/monitor-" + UUID.randomUUID() + "/binding";
        var binding =
                Map.of("patientId", patient.patientId(), "from", Instant.now().toString());
        colleague()
                .contentType(ContentType.JSON)
                .body(binding)
                .put(device)
                .then()
                .statusCode(404);
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(binding)
                .put(device)
                .then()
                .statusCode(200);

        colleague()
                .get(device)
                .then()
                .statusCode(200)
                .body("patientId", nullValue())
                .body("boundBy", nullValue());
        colleague().delete(device).then().statusCode(204);
    }

    @Test
    void aDeviceSpeaksForWhomItWasBoundToThen() {
        var before = AdmittedPatient.daysAgo(3);
        var after = AdmittedPatient.daysAgo(3);
        var id = "monitor-" + UUID.randomUUID();
        var monitor = Colleague.of(Role.DEVICE, Map.of("deviceId", id));
        var moved = Instant.now().minus(Duration.ofHours(1));
        bind(id, before, moved.minus(Duration.ofHours(1)));
        bind(id, after, moved);

        monitor.sends(List.of(by(id, "a-" + id, moved.minusSeconds(60)), by(id, "b-" + id, moved.plusSeconds(60))))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> {
            assertThat(owner("a-" + id)).isEqualTo(before.patientId());
            assertThat(owner("b-" + id)).isEqualTo(after.patientId());
        });
        monitor.sends(FeverReading.reading(after.patientId(), Duration.ofMinutes(1)))
                .post("/v1/observations")
                .then()
                .statusCode(403);
    }

    @Test
    void aStolenDeviceWithdrawsNothingButItsOwn() {
        var patient = AdmittedPatient.daysAgo(3);
        var id = "monitor-" + UUID.randomUUID();
        var monitor = Colleague.of(Role.DEVICE, Map.of("deviceId", id));
        bind(id, patient, Instant.now().minus(Duration.ofHours(2)));
        var nurses = FeverReading.reading(patient.patientId(), Duration.ofMinutes(9));
        As.role(Role.NURSE).contentType(ContentType.JSON).body(nurses).post("/v1/observations");
        monitor.sends(by(id, "own-" + id, Instant.now().minusSeconds(60))).post("/v1/observations");
        awaitApplied(String.valueOf(nurses.get("id")));
        awaitApplied("own-" + id);

        monitor.sends(List.of(
                        retraction(id, "r1-" + id, String.valueOf(nurses.get("id"))),
                        retraction(id, "r2-" + id, "own-" + id)))
                .post("/v1/observations")
                .then()
                .statusCode(202)
                .body("rejected.id", contains("r1-" + id));

        awaitApplied("r2-" + id);
        assertThat(field(String.valueOf(nurses.get("id")), "retractedAt")).isNull();
        assertThat(field("own-" + id, "retractedAt")).isNotNull();
    }

    private static Map<String, Object> retraction(String device, String id, String target) {
        return Map.of(
                "id",
                id,
                "deviceId",
                device,
                "effectiveAt",
                Instant.now().toString(),
                "kind",
                "retraction",
                "observationId",
                target,
                "reason",
                "artefact");
    }

    private static void awaitApplied(String observation) {
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/" + observation)
                .then()
                .statusCode(200));
    }

    private static @Nullable String field(String observation, String field) {
        return As.role(Role.NURSE).get("/v1/observations/" + observation).path(field);
    }

    private static void bind(String device, AdmittedPatient patient, Instant from) {
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("patientId", patient.patientId(), "from", from.toString()))
                .put("/v1/devices/" + device + "/binding")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> by(String device, String id, Instant at) {
        return Map.of(
                "id", id, "deviceId", device, "effectiveAt", at.toString(), "kind", "vital-signs", "heartRate", 80);
    }

    private static @Nullable String owner(String observation) {
        return As.role(Role.NURSE).get("/v1/observations/" + observation).path("patientId");
    }

    private static RequestSpecification colleague() {
        return Colleague.nurseOf("elsewhere").asks();
    }
}
