package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/// A patient and a caregiver enter from home for one patient only, and see nothing of the record.
@ServiceTest
class HomeSenderTest {
    private static final Map<String, Object> FEVER = Map.of("temperature", 38.6, "setting", "home");

    private static final String UNWATCHED = "patientId: nobody watches this patient now; call the centre";

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(1);
    }

    private static Colleague sender(Role role, String number) {
        return Colleague.of(role, Map.of("patientId", number));
    }

    private static Map<String, Object> observation(String number, String kind, Map<String, ?> fields) {
        var observation = new LinkedHashMap<String, Object>(fields);
        observation.put("id", "h-" + UUID.randomUUID());
        observation.put("patientId", number);
        observation.put("effectiveAt", Instant.now().minusSeconds(60).toString());
        observation.put("kind", kind);
        return observation;
    }

    private static ValidatableResponse post(Colleague sender, Map<String, Object> observation) {
        return sender.sends(observation).post("/v1/observations").then();
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "CAREGIVER"})
    void aReadingForTheOwnPatientIsGradedAndMarked(Role role) {
        post(sender(role, patient.patientId()), observation(patient.patientId(), "vital-signs", FEVER))
                .statusCode(202);

        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("crs.grade", equalTo(1))
                .body("crs.basis[0].setting", equalTo("home")));
    }

    @Test
    void aCaregiverAnswersTheQuestionsAndAPatientDoesNot() {
        var answers =
                Map.of("confusion", false, "speech", false, "writing", false, "shaking", false, "drowsiness", false);

        post(sender(Role.CAREGIVER, patient.patientId()), observation(patient.patientId(), "home-check", answers))
                .statusCode(202);
        post(sender(Role.PATIENT, patient.patientId()), observation(patient.patientId(), "home-check", answers))
                .statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "CAREGIVER"})
    void anotherPatientLooksLikeAnUnknownOne(Role role) {
        var sender = sender(role, patient.patientId());
        var another = post(sender, observation(AdmittedPatient.daysAgo(1).patientId(), "vital-signs", FEVER))
                .statusCode(404)
                .extract()
                .jsonPath();
        var unknown = post(sender, observation("p-" + UUID.randomUUID(), "vital-signs", FEVER))
                .statusCode(404)
                .extract()
                .jsonPath();

        assertThat(another.getString("detail")).isEqualTo(unknown.getString("detail"));
        assertThat(another.getString("title")).isEqualTo(unknown.getString("title"));
        assertThat(another.getString("rejected[0].detail")).isEqualTo(unknown.getString("rejected[0].detail"));
    }

    @Test
    void aDeviceIsNoPatient() {
        var observation = observation(patient.patientId(), "vital-signs", FEVER);
        observation.remove("patientId");
        observation.put("deviceId", "monitor-" + UUID.randomUUID());

        post(sender(Role.PATIENT, patient.patientId()), observation).statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "CAREGIVER"})
    void nothingElseIsEntered(Role role) {
        var sender = sender(role, patient.patientId());
        var number = patient.patientId();

        post(sender, observation(number, "vital-signs", Map.of("temperature", 36.8)))
                .statusCode(403);
        post(sender, observation(number, "neuro-check", Map.of("ice", 10))).statusCode(403);
        post(sender, observation(number, "medication", Map.of("drug", "paracetamol")))
                .statusCode(403);
        post(sender, observation(number, "retraction", Map.of("observationId", "h-1", "reason", "typed wrong")))
                .statusCode(403);
    }

    @Test
    void aReadingIsNotCorrectedFromHome() {
        var correction = observation(patient.patientId(), "vital-signs", FEVER);
        correction.put("corrects", "h-1");

        post(sender(Role.CAREGIVER, patient.patientId()), correction).statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "CAREGIVER"})
    void nothingIsSeen(Role role) {
        var sender = sender(role, patient.patientId());

        for (var path : List.of("grade", "grades", "observations", "trends", "context", "record")) {
            sender.asks()
                    .get("/v1/patients/{id}/" + path, patient.patientId())
                    .then()
                    .statusCode(403);
        }
        sender.asks().get("/v1/alerts").then().statusCode(403);
        sender.asks().get("/v1/session").then().statusCode(200).body("patientId", equalTo(patient.patientId()));
    }

    @Test
    void theAccountFollowsAMergedNumber() {
        var former = AdmittedPatient.daysAgo(40);
        var sender = sender(Role.CAREGIVER, former.patientId());
        post(sender, observation(patient.patientId(), "vital-signs", FEVER)).statusCode(404);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().minusSeconds(600).toString()))
                .post("/v1/episodes/{id}/discharge", former.episodeId())
                .then()
                .statusCode(200);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("into", patient.patientId(), "reason", "admitted twice"))
                .post("/v1/patients/{old}/merge", former.patientId())
                .then()
                .statusCode(200);

        post(sender, observation(patient.patientId(), "vital-signs", FEVER)).statusCode(202);
        post(sender, observation(former.patientId(), "vital-signs", FEVER)).statusCode(202);
    }

    /// The watch ends with the episode, and nobody at home sees that.
    @Test
    void whoEntersAfterTheDischargeIsToldToCall() {
        var sender = sender(Role.CAREGIVER, patient.patientId());
        post(sender, observation(patient.patientId(), "vital-signs", FEVER))
                .statusCode(202)
                .body("warnings.detail", not(hasItem(UNWATCHED)));
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().minusSeconds(30).toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200);

        post(sender, observation(patient.patientId(), "vital-signs", FEVER))
                .statusCode(202)
                .body("warnings.detail", hasItem(UNWATCHED));
    }

    @Test
    void anAccountAtHomeNeedsItsPatientAndNoOtherAccountHasOne() {
        account(Map.of("role", "caregiver")).statusCode(400).body("violations.field", hasItem("patientId"));
        account(Map.of("role", "nurse", "patientId", patient.patientId()))
                .statusCode(400)
                .body("violations.field", hasItem("patientId"));
        account(Map.of("role", "patient", "patientId", patient.patientId(), "wards", List.of("north")))
                .statusCode(400)
                .body("violations.field", hasItem("wards"));
    }

    @Test
    void theAuditOfThePatientNamesItsAccounts() {
        var sender = sender(Role.CAREGIVER, patient.patientId());
        As.role(Role.ADMIN)
                .delete("/v1/accounts/{name}", sender.username())
                .then()
                .statusCode(204);

        As.role(Role.ADMIN)
                .get("/v1/audit?patientId={id}", patient.patientId())
                .then()
                .statusCode(200)
                .body("items.action", hasItem("POST /v1/accounts"))
                .body(
                        "items.reason",
                        hasItem("account " + sender.username() + ", role caregiver, patient " + patient.patientId()))
                .body("items.action", hasItem("DELETE /v1/accounts/" + sender.username()));
    }

    private static ValidatableResponse account(Map<String, ?> fields) {
        var account = new LinkedHashMap<String, Object>(fields);
        account.put("username", "c-" + UUID.randomUUID());
        return As.role(Role.ADMIN)
                .contentType(JSON)
                .body(account)
                .post("/v1/accounts")
                .then();
    }

    @Test
    void theFirstAccountOfSuchARoleEntersForNobody() {
        As.role(Role.CAREGIVER)
                .contentType(JSON)
                .body(observation(patient.patientId(), "vital-signs", FEVER))
                .post("/v1/observations")
                .then()
                .statusCode(404);
    }
}
