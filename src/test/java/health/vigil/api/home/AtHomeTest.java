package health.vigil.api.home;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// What a patient and a caregiver read at home, through the API.
@ServiceTest
class AtHomeTest {
    private static final Map<String, Object> READING =
            Map.of("temperature", 37.4, "heartRate", 81, "systolic", 118, "spo2", 96, "setting", "home");
    private static final Map<String, Object> ANSWERS = Map.of(
            "confusion",
            false,
            "speech",
            true,
            "writing",
            false,
            "shaking",
            false,
            "drowsiness",
            false,
            "handwritingImage",
            "data:image/png;base64,AAAA");

    private AdmittedPatient patient;
    private Colleague caregiver;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(3);
        caregiver = sender(Role.CAREGIVER);
    }

    private Colleague sender(Role role) {
        return Colleague.of(role, Map.of("patientId", patient.patientId()));
    }

    private void goHome() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "at", Instant.now().minusSeconds(30 * 3600L).toString(), "ward", "home-" + UUID.randomUUID()))
                .post("/v1/episodes/{id}/outpatient", patient.episodeId())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse home(Colleague of) {
        return of.asks().get("/v1/home").then().statusCode(200);
    }

    private void post(Colleague sender, String kind, Map<String, Object> fields) {
        var observation = new HashMap<>(fields);
        observation.put("id", "h-" + UUID.randomUUID());
        observation.put("patientId", patient.patientId());
        observation.put("kind", kind);
        observation.put("effectiveAt", Instant.now().minusSeconds(60).toString());
        sender.sends(observation).post("/v1/observations").then().statusCode(202);
    }

    @Test
    void whatIsDueIsNamedUntilItIsEntered() {
        goHome();
        home(caregiver)
                .body("watch.checks.check", hasItems("vital-signs", "home-check"))
                .body("watch.checks.find { it.check == 'vital-signs' }.missing", hasItems("temperature", "spo2"));

        post(caregiver, "vital-signs", READING);

        await().untilAsserted(() -> home(caregiver)
                .body("watch.checks.find { it.check == 'vital-signs' }.missing", empty())
                .body("watch.checks.find { it.check == 'home-check' }.missing", hasItem("home-check")));
    }

    @Test
    void theEntriesFromHomeAreListedAndThoseOfTheHospitalAreNot() {
        goHome();
        post(caregiver, "home-check", ANSWERS);
        post(caregiver, "vital-signs", READING);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        "n-" + UUID.randomUUID(),
                        "patientId",
                        patient.patientId(),
                        "kind",
                        "vital-signs",
                        "effectiveAt",
                        Instant.now().minusSeconds(30).toString(),
                        "temperature",
                        39.9))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", patient.patientId())
                .then()
                .body("items", hasSize(3)));
        home(caregiver)
                .body("watch.entries", hasSize(2))
                .body("watch.entries.values.temperature", hasItem(37.4f))
                .body("watch.entries.signs", hasItem(List.of("speech")))
                .body("watch.sentence.image", equalTo("data:image/png;base64,AAAA"));
    }

    /// The answers are about the patient, and the caregiver gives them.
    @Test
    void aPatientSeesTheReadingsAndNotTheAnswers() {
        goHome();
        post(caregiver, "home-check", ANSWERS);
        post(caregiver, "vital-signs", READING);
        await().untilAsserted(() -> home(caregiver).body("watch.entries", hasSize(2)));

        home(sender(Role.PATIENT))
                .body("watch.entries.kind", equalTo(List.of("vital-signs")))
                .body("watch.checks.check", equalTo(List.of("vital-signs")))
                .body("watch.sentence", nullValue());
    }

    /// More answers than the list is long would push the readings out of it.
    @Test
    void theAnswersTakeNoPlaceFromTheReadings() {
        goHome();
        post(caregiver, "vital-signs", READING);
        for (var count = 0; count < 11; count++) {
            post(caregiver, "home-check", ANSWERS);
        }
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", patient.patientId())
                .then()
                .body("items", hasSize(12)));

        home(sender(Role.PATIENT)).body("watch.entries.kind", equalTo(List.of("vital-signs")));
        home(caregiver).body("watch.entries", hasSize(10));
    }

    @Test
    void theLimitsAreThoseOfThePapersForHome() {
        goHome();

        home(caregiver)
                .body("watch.limits.temperatureFrom", equalTo(38.0f))
                .body("watch.limits.systolicUnder", equalTo(90))
                .body("watch.limits.systolicUpTo", equalTo(115))
                .body("watch.limits.spo2Under", equalTo(92))
                .body("call.language", equalTo(List.of("en", "de")))
                .body("call[0].lines", hasItem("A temperature of 38.0 °C or more"))
                .body(
                        "call[0].lines",
                        hasItem("An upper blood pressure under 90, or 10 lower than usual, or you feel faint"))
                .body("call[1].lines", hasItem("Ein Krampfanfall"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "CAREGIVER"})
    void noGradeAndNoPatientIsNamed(Role role) {
        goHome();
        post(caregiver, "vital-signs", Map.of("temperature", 38.9, "setting", "home"));
        await().untilAsserted(() -> home(caregiver).body("watch.entries", hasSize(1)));

        assertThat(home(sender(role)).extract().asString())
                .doesNotContain("rade")
                .doesNotContain("Ada Ward")
                .doesNotContain(patient.patientId())
                .doesNotContain(patient.ward());
    }

    @Test
    void whomNobodyWatchesAtHomeHasNoWatch() {
        home(caregiver).body("watch", nullValue()).body("call", not(empty()));

        goHome();
        home(caregiver).body("watch.since", not(nullValue()));

        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200);
        home(caregiver).body("watch", nullValue()).body("call", not(empty()));
    }

    @Test
    void anotherPatientsAccountSeesNothingOfThisOne() {
        goHome();
        post(caregiver, "vital-signs", READING);
        await().untilAsserted(() -> home(caregiver).body("watch.entries", hasSize(1)));
        var other = AdmittedPatient.daysAgo(3);

        home(Colleague.of(Role.CAREGIVER, Map.of("patientId", other.patientId())))
                .body("watch", nullValue());
    }

    @Test
    void theFirstAccountOfSuchARoleHasNoPatient() {
        As.role(Role.CAREGIVER).get("/v1/home").then().statusCode(200).body("watch", nullValue());
    }

    @Test
    void theAuditOfThePatientNamesTheView() {
        goHome();
        home(caregiver);

        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/audit?patientId={id}", patient.patientId())
                .then()
                .statusCode(200)
                .body("items.action", hasItem("GET /v1/home")));
    }
}
