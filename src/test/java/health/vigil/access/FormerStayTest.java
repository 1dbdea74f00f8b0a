package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// An admission to the own ward does not open another ward's data about the patient.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FormerStayTest {
    private final String patient = "p-" + UUID.randomUUID();
    private final String now = "now-" + UUID.randomUUID();
    private final String then = "then-" + UUID.randomUUID();
    private final Instant reading = Instant.now().minus(Duration.ofHours(60)).truncatedTo(ChronoUnit.SECONDS);
    private final String observation = "o-" + UUID.randomUUID();
    private Colleague colleague;

    @BeforeEach
    void aPatientWhoWasInAnotherWardBefore() {
        var former = AdmittedPatient.admit(
                AdmittedPatient.form(patient, then, Instant.now().minus(Duration.ofDays(3))));
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        observation,
                        "patientId",
                        patient,
                        "effectiveAt",
                        reading.toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.1,
                        "systolic",
                        120))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/" + observation)
                .then()
                .statusCode(200));
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("at", Instant.now().minus(Duration.ofMinutes(1)).toString()))
                .post("/v1/episodes/" + former.episodeId() + "/discharge")
                .then()
                .statusCode(200);
        colleague = Colleague.nurseOf(now);
        colleague
                .sends(AdmittedPatient.form(patient, now, Instant.now()))
                .post("/v1/episodes")
                .then()
                .statusCode(201);
    }

    private String path(String more) {
        return "/v1/patients/" + patient + more;
    }

    @Test
    void whatTheFormerWardKnowsStaysItsOwn() {
        colleague.asks().get(path("/observations")).then().statusCode(200).body("items", empty());
        colleague
                .asks()
                .get(path("/grades"))
                .then()
                .statusCode(200)
                .body("items.findAll { it.grade != null }", empty());
        colleague.asks().get(path("/grade")).then().statusCode(200);
        colleague.asks().get(path("/grade?at=" + reading)).then().statusCode(404);
        colleague.asks().get(path("/treatments?at=" + reading)).then().statusCode(404);
        colleague.asks().get(path("/context?at=" + reading)).then().statusCode(404);
        colleague.asks().get(path("/prompts?at=" + reading)).then().statusCode(404);
        colleague.asks().get("/v1/observations/" + observation).then().statusCode(404);
        assertThat(colleague.asks().get(path("/trends?from=" + reading)).asString())
                .doesNotContain("39.1");
    }

    @Test
    void theRecordIsNotToldWithoutAnEmergency() {
        var physician = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of(now)));

        physician.asks().get(path("/record")).then().statusCode(403);
    }

    @Test
    void anEmergencyOpensItAndTheWardOfTheStayIsTold() {
        var physician = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of(now)));

        physician
                .sends(Map.of("reason", "seizure, history unknown"))
                .post(path("/break-glass"))
                .then()
                .statusCode(201);

        physician.asks().get(path("/record")).then().statusCode(200);
        physician.asks().get("/v1/observations/" + observation).then().statusCode(200);
        physician.asks().get(path("/grade?at=" + reading)).then().statusCode(200);
        alertsOf(then).body("items.findAll { it.type == 'break-glass' }.patientId", hasItem(patient));
        alertsOf(now).body("items.findAll { it.type == 'break-glass' }", empty());
    }

    private static ValidatableResponse alertsOf(String ward) {
        return Colleague.nurseOf(ward).asks().get("/v1/alerts").then().statusCode(200);
    }

    @Test
    void nothingIsOpenedForWhoeverWorksForBothWards() {
        Colleague.of(Role.NURSE, Map.of("wards", List.of(now, then)))
                .sends(Map.of("reason", "seizure, history unknown"))
                .post(path("/break-glass"))
                .then()
                .statusCode(409);
    }

    @Test
    void whoeverSeesEveryWardSeesAllOfIt() {
        As.role(Role.NURSE).get(path("/observations")).then().body("items.id", hasItem(observation));
        As.role(Role.NURSE).get(path("/grade?at=" + reading)).then().statusCode(200);
    }

    /// An admission elsewhere hides nothing from the former ward and shows it nothing new.
    @Test
    void theFormerWardReadsItsOwnStayAndNothingOfTheStayElsewhere() {
        var other = Colleague.nurseOf(then);
        var elsewhere =
                String.valueOf(FeverReading.reading(patient, Duration.ZERO).get("id"));
        colleague
                .sends(Map.of(
                        "id",
                        elsewhere,
                        "patientId",
                        patient,
                        "effectiveAt",
                        Instant.now().toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.7))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() ->
                colleague.asks().get("/v1/observations/" + elsewhere).then().statusCode(200));

        other.asks().get(path("/observations")).then().statusCode(200).body("items.id", contains(observation));
        other.asks().get("/v1/observations/" + observation).then().statusCode(200);
        other.asks().get("/v1/observations/" + elsewhere).then().statusCode(404);
        other.asks()
                .get(path("/grade?at=" + reading))
                .then()
                .statusCode(200)
                .body("crs.grade", equalTo(1))
                .body("lastObservationAt", equalTo(reading.toString()));
        other.asks().get(path("/treatments?at=" + reading)).then().statusCode(200);
        other.asks().get(path("/context?at=" + reading)).then().statusCode(200);
        other.asks().get(path("/prompts?at=" + reading)).then().statusCode(200);
        other.asks().get(path("/grades")).then().statusCode(200).body("items.grade", hasItem(1));
        assertThat(other.asks()
                        .get(path("/trends?from=" + reading.minusSeconds(60)))
                        .asString())
                .contains("39.1")
                .doesNotContain("39.7");
        for (var now : List.of("/grade", "/grade?at=" + Instant.now(), "/treatments", "/context", "/prompts")) {
            other.asks().get(path(now)).then().statusCode(404);
        }
        Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of(then)))
                .asks()
                .get(path("/record"))
                .then()
                .statusCode(403);
        other.sends(Map.of("patientId", patient, "from", Instant.now().toString()))
                .put("/v1/devices/mon-" + UUID.randomUUID() + "/binding")
                .then()
                .statusCode(404);
    }

    /// A stay elsewhere in between does not hide a ward's own stays.
    @Test
    void aWardToWhichThePatientComesBackReadsItsFirstStay() {
        var elsewhere = As.role(Role.NURSE)
                .get("/v1/episodes?ward=" + now + "&status=active")
                .<String>path("items[0].id");
        colleague
                .sends(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/" + elsewhere + "/discharge")
                .then()
                .statusCode(200);
        var other = Colleague.nurseOf(then);
        other.sends(AdmittedPatient.form(patient, then, Instant.now()))
                .post("/v1/episodes")
                .then()
                .statusCode(201);

        other.asks().get("/v1/observations/" + observation).then().statusCode(200);
        other.asks().get(path("/grade?at=" + reading)).then().statusCode(200).body("crs.grade", equalTo(1));
        colleague.asks().get("/v1/observations/" + observation).then().statusCode(404);
    }

    @Test
    void theFormerWardIsToldThatThePatientIsAdmittedElsewhere() {
        alertsOf(then)
                .body("items.findAll { it.type == 'patient-moved' }.patientId", contains(patient))
                .body("items.find { it.type == 'patient-moved' }.ward", equalTo(then))
                .body(
                        "items.find { it.type == 'patient-moved' }.detail",
                        endsWith("admitted to " + now + " by " + colleague.username()));
        alertsOf(now).body("items.findAll { it.type == 'patient-moved' }", empty());
    }

    @Test
    void aHandOverOpensTheStay() {
        var other = Colleague.nurseOf(then);
        var episode = As.role(Role.NURSE)
                .get("/v1/episodes?ward=" + now + "&status=active")
                .<String>path("items[0].id");
        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", then))
                .patch("/v1/episodes/" + episode)
                .then()
                .statusCode(200);

        other.asks().get(path("/observations")).then().statusCode(200).body("items.id", hasItem(observation));
    }
}
