package health.vigil.api.protocol;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.MonitorWrites;
import health.vigil.intake.Samples;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// The rows of the hospital's protocol through the API, with the table in `protocol/rows.json`.
@ServiceTest
class PromptTest {
    @Inject
    MonitorWrites charted;

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(3);
    }

    private String path(String more) {
        return "/v1/patients/" + patient.patientId() + "/prompts" + more;
    }

    private JsonPath prompts(Role role, String query) {
        return As.role(role).get(path(query)).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath prompts() {
        return prompts(Role.NURSE, "");
    }

    private static String row(String id) {
        return "items.find { it.row == '" + id + "' }";
    }

    private String instance(String id) {
        return prompts().getString(row(id) + ".instance");
    }

    private ValidatableResponse answer(Role role, String instance, Map<String, Object> body) {
        return As.role(role)
                .contentType(JSON)
                .body(body)
                .post(path("/" + instance + "/answer"))
                .then();
    }

    private Instant hour(double hours) {
        return patient.infusedAt().plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private Observation chart(Instant at, String signs) {
        var observation = MonitorWrites.observation(patient, at, Samples.content(Kind.VITAL_SIGNS, signs));
        charted.insert(List.of(observation));
        return observation;
    }

    private void fever() {
        chart(hour(70), "'temperature': 39, 'systolic': 120, 'spo2': 97");
    }

    /// A fever that the monitor has graded, with its alerts.
    private void gradedFever() {
        var id = "f-" + UUID.randomUUID();
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        id,
                        "patientId",
                        patient.patientId(),
                        "effectiveAt",
                        hour(70).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39,
                        "systolic",
                        120,
                        "spo2",
                        97))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().until(() -> As.role(Role.NURSE).get("/v1/observations/" + id).statusCode() == 200);
    }

    private void hypotension() {
        chart(hour(70), "'temperature': 39, 'systolic': 84, 'spo2': 97");
    }

    @Test
    void theRowsThatFitAreToldInTheHospitalsWords() {
        fever();

        var told = prompts();

        assertThat(told.getList("items.row")).containsExactly("c1-1", "o-1");
        assertThat(told.getString("items[0].introduction"))
                .isEqualTo("Your protocol says (Haematology CRS policy v7, p. 4, owner Dr A, reviewed 3 Feb 2026):");
        assertThat(told.getString("items[0].text")).isEqualTo("Antipyretic, fluids, cultures");
        assertThat(told.getString("items[0].since")).isEqualTo(hour(70).toString());
        assertThat(told.getBoolean("items[0].open")).isTrue();
        assertThat(told.getBoolean("items[0].openForLong")).isTrue();
        assertThat(told.getDouble("items[0].weight.value")).isEqualTo(71.5);
        assertThat(told.getInt("open")).isEqualTo(2);
        assertThat(told.getString("table")).startsWith("local-");
        assertThat(told.getString("patientId")).isEqualTo(patient.patientId());
    }

    @Test
    void anOverdueReviewIsTold() {
        fever();

        assertThat(prompts().getString(row("o-1") + ".reviewOverdueSince")).isEqualTo("2025-02-03");
        assertThat(prompts().getString(row("c1-1") + ".reviewOverdueSince")).isNull();
    }

    @Test
    void aRowThatCannotBeDecidedNamesWhatIsMissing() {
        fever();

        assertThat(prompts().getString("unclear.find { it.row == 'fn-1' }.missing[0]"))
                .isEqualTo("febrile-neutropenia: neutrophils");
        charted.insert(List.of(MonitorWrites.observation(
                patient,
                hour(69),
                Samples.content(Kind.LAB_RESULT, "'analyte': 'neutrophils', 'value': 0.2, 'unit': '10*9/L'"))));
        assertThat(prompts().getList("items.row")).containsExactly("c1-1", "o-1", "fn-1");
    }

    @Test
    void theDosesThatARowNamesAreToldUnderIt() {
        hypotension();
        charted.insert(List.of(MonitorWrites.observation(
                patient, hour(71), Samples.content(Kind.MEDICATION, "'drug': 'tocilizumab', 'dose': 572"))));

        var told = prompts();

        assertThat(told.getString(row("c2-1") + ".doses[0].drug")).isEqualTo("tocilizumab");
        assertThat(told.getInt(row("c2-1") + ".doses[0].sinceInfusion")).isEqualTo(1);
        assertThat(told.getInt(row("c2-1") + ".doses[0].sinceOnset")).isEqualTo(1);
        assertThat(told.getString(row("c2-1") + ".doses[0].lastAt")).isEqualTo(hour(71).toString());
    }

    @Test
    void anAnswerIsStoredWithItsPerson() {
        fever();
        var instance = instance("c1-1");

        answer(Role.NURSE, instance, Map.of("answer", "done", "text", "Cultures taken"))
                .statusCode(200)
                .body("open", equalTo(false))
                .body("answer.answer", equalTo("done"))
                .body("answer.text", equalTo("Cultures taken"));

        var told = prompts();
        assertThat(told.getInt("open")).isEqualTo(1);
        assertThat(told.getString(row("c1-1") + ".instance")).isEqualTo(instance);
        assertThat(told.getString(row("c1-1") + ".answer.by"))
                .isEqualTo(As.issued(Role.NURSE).username());
        assertThat(told.getString(row("c1-1") + ".answer.at")).isNotNull();
    }

    @Test
    void anotherAnswerReplacesTheFirstAndBothAreShown() {
        fever();
        var instance = instance("c1-1");
        var until = Instant.now().plus(Duration.ofHours(1)).toString();

        answer(Role.NURSE, instance, Map.of("answer", "planned", "until", until))
                .statusCode(200);
        answer(Role.PHYSICIAN, instance, Map.of("answer", "declined", "reason", "already-done"))
                .statusCode(200)
                .body("answer.reason", equalTo("already-done"))
                .body("earlier.answer", equalTo(List.of("planned")));
    }

    @Test
    void aRiseOpensTheRowAgain() {
        hypotension();
        var first = instance("c2-1");
        answer(Role.PHYSICIAN, first, Map.of("answer", "done")).statusCode(200);

        chart(MicrosecondClock.now(), "'systolic': 120");
        chart(MicrosecondClock.now(), "'systolic': 84");

        var told = prompts();
        assertThat(told.getString(row("c2-1") + ".instance")).isNotEqualTo(first);
        assertThat(told.getBoolean(row("c2-1") + ".open")).isTrue();
        assertThat(told.getList(row("c2-1") + ".earlier.answer")).isEqualTo(List.of("done"));
        answer(Role.PHYSICIAN, first, Map.of("answer", "done")).statusCode(404);
    }

    @Test
    void onlyTheRolesOfARowAnswerIt() {
        hypotension();
        var instance = instance("c2-1");

        assertThat(prompts().getBoolean(row("c2-1") + ".mayAnswer")).isFalse();
        assertThat(prompts(Role.PHYSICIAN, "").getBoolean(row("c2-1") + ".mayAnswer"))
                .isTrue();
        answer(Role.NURSE, instance, Map.of("answer", "done")).statusCode(403);
        answer(Role.PHYSICIAN, instance, Map.of("answer", "done")).statusCode(200);
    }

    @Test
    void anAnswerSaysWhatItHasTo() {
        fever();
        var instance = instance("c1-1");
        var later = Instant.now().plus(Duration.ofHours(1)).toString();

        answer(Role.NURSE, instance, Map.of()).statusCode(400).body("violations.field", hasItem("answer"));
        answer(Role.NURSE, instance, Map.of("answer", "maybe")).statusCode(400);
        answer(Role.NURSE, instance, Map.of("answer", "planned"))
                .statusCode(400)
                .body("violations.field", hasItem("until"));
        answer(Role.NURSE, instance, Map.of("answer", "planned", "until", hour(1).toString()))
                .statusCode(400);
        answer(
                        Role.NURSE,
                        instance,
                        Map.of(
                                "answer",
                                "planned",
                                "until",
                                Instant.now().plus(Duration.ofDays(8)).toString()))
                .statusCode(400);
        answer(Role.NURSE, instance, Map.of("answer", "done", "at", later)).statusCode(400);
        answer(Role.NURSE, instance, Map.of("answer", "done", "until", later)).statusCode(400);
        answer(Role.NURSE, instance, Map.of("answer", "declined"))
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        for (var reason : List.of("physician-decides", "other")) {
            answer(Role.NURSE, instance, Map.of("answer", "declined", "reason", reason))
                    .statusCode(400)
                    .body("violations.field", hasItem("text"));
        }
        answer(Role.NURSE, instance, Map.of("answer", "declined", "reason", "other", "text", "Comfort care only"))
                .statusCode(200);
    }

    @Test
    void aRowThatDoesNotFitIsNotAnswered() {
        fever();

        answer(Role.NURSE, UUID.randomUUID().toString(), Map.of("answer", "done"))
                .statusCode(404);
        answer(Role.NURSE, "c1-1", Map.of("answer", "done")).statusCode(404);
    }

    @Test
    void theRowsOfThePastAreThoseOfThatTime() {
        fever();
        answer(Role.NURSE, instance("c1-1"), Map.of("answer", "done")).statusCode(200);

        assertThat(prompts(Role.NURSE, "?at=" + hour(69)).getList("items")).isEmpty();
        var then = prompts(Role.NURSE, "?at=" + hour(71));
        assertThat(then.getList("items.row")).containsExactly("c1-1", "o-1");
        assertThat(then.getBoolean(row("c1-1") + ".open")).isTrue();
    }

    @Test
    void theyAreToldAsTheyWereKnown() {
        var before = MicrosecondClock.now();
        fever();

        assertThat(prompts(Role.NURSE, "?knownAt=" + before).getList("items")).isEmpty();
    }

    @Test
    void aRetractedReadingLeavesNoRow() {
        var reading = chart(hour(70), "'temperature': 39");
        assertThat(prompts().getList("items.row")).contains("c1-1");

        charted.retract(reading.id());

        assertThat(prompts().getList("items")).isEmpty();
    }

    @Test
    void neitherARowNorItsAnswerRaisesAnAlertOrChangesAGrade() {
        gradedFever();
        var at = "?at=" + hour(71);
        var grade = As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/grade" + at)
                .jsonPath();
        var alerts = alerts();
        assertThat(alerts).isNotEmpty();

        prompts();
        answer(Role.NURSE, instance("c1-1"), Map.of("answer", "done")).statusCode(200);

        assertThat(As.role(Role.NURSE)
                        .get("/v1/patients/" + patient.patientId() + "/grade" + at)
                        .jsonPath()
                        .getMap("crs"))
                .isEqualTo(grade.getMap("crs"));
        assertThat(alerts()).isEqualTo(alerts);
    }

    /// All alerts but those of checks, which come as time passes.
    private List<Object> alerts() {
        return As.role(Role.NURSE)
                .get("/v1/alerts?patientId=" + patient.patientId())
                .jsonPath()
                .getList("items.findAll { it.type != 'check-overdue' }.id");
    }

    @Test
    void anAnswerIsInTheAuditTrailAndInTheRecord() {
        fever();
        answer(Role.NURSE, instance("c1-1"), Map.of("answer", "declined", "reason", "goals-of-care"))
                .statusCode(200);

        As.role(Role.ADMIN)
                .queryParam("patientId", patient.patientId())
                .get("/v1/audit")
                .then()
                .body("items.reason", hasItem("c1-1 version 1: declined: goals-of-care"))
                .body("items.action", hasItem("GET " + path("")));
        As.role(Role.PHYSICIAN)
                .get("/v1/patients/" + patient.patientId() + "/record")
                .then()
                .statusCode(200)
                .body(containsString("\"record\":\"protocol-answer\""))
                .body(containsString("Antipyretic, fluids, cultures"));
    }

    @Test
    void emergencyAccessReadsAndAnswersNothing() {
        fever();
        var instance = instance("c1-1");
        var stranger = Colleague.nurseOf("elsewhere");
        stranger.asks().get(path("")).then().statusCode(404);
        stranger.sends(Map.of("answer", "done"))
                .post(path("/" + instance + "/answer"))
                .then()
                .statusCode(404);
        stranger.sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/{id}/break-glass", patient.patientId())
                .then()
                .statusCode(201);

        stranger.asks().get(path("")).then().statusCode(200).body("items.row", hasItem("c1-1"));
        stranger.sends(Map.of("answer", "done"))
                .post(path("/" + instance + "/answer"))
                .then()
                .statusCode(403);
    }

    @Test
    void nothingIsAnsweredAfterTheDischarge() {
        fever();
        var instance = instance("c1-1");
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200);

        answer(Role.NURSE, instance, Map.of("answer", "done")).statusCode(409);
    }

    @Test
    void aPatientWhoIsNotThereIsNotFound() {
        As.role(Role.NURSE).get("/v1/patients/nobody/prompts").then().statusCode(404);
        As.role(Role.NURSE)
                .get("/v1/patients/nobody/prompts?at=yesterday")
                .then()
                .statusCode(400);
    }
}
