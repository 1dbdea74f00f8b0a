package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/// An entry about a number that was not admitted yet is applied only if its author works for the patient's ward,
/// or a user of the ward releases it.
@ServiceTest
class PostBeforeAdmissionTest {
    private final String patient = "p-" + UUID.randomUUID();
    private final String ward = "ward-" + UUID.randomUUID();
    private final String fever = "fever-" + UUID.randomUUID();
    private final String pressor = "pressor-" + UUID.randomUUID();
    private final Instant at = Instant.now().minus(Duration.ofMinutes(10));

    private void post(RequestSpecification sender) {
        sender.contentType(ContentType.JSON)
                .body("""
                    [{"id":"%s","patientId":"%s","effectiveAt":"%s","kind":"vital-signs","temperature":39.5},
                     {"id":"%s","patientId":"%s","effectiveAt":"%s","kind":"vasopressor",
                      "agent":"norepinephrine","action":"started","rate":{"value":0.1,"unit":"ug/kg/min"}}]\
                    """.formatted(fever, patient, at, pressor, patient, at))
                .post("/v1/observations")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2));
    }

    private AdmittedPatient admit() {
        return AdmittedPatient.admit(AdmittedPatient.form(patient, ward, at.minus(Duration.ofDays(2))));
    }

    private void awaitState(String id, String state) {
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/observations/{id}", id).then().body("state", equalTo(state)));
    }

    private List<String> waiting(RequestSpecification reader) {
        return reader.queryParam("state", "open")
                .get("/v1/patients/{patient}/quarantine", patient)
                .jsonPath()
                .getList("items.id");
    }

    private static String grade(String patient) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient)
                .jsonPath()
                .getString("crs.grade");
    }

    @Test
    void whatAnotherWardsNurseEnteredWaitsForTheWard() {
        var stranger = Colleague.nurseOf("elsewhere");
        var colleague = Colleague.nurseOf(ward);
        post(stranger.asks());
        awaitState(pressor, "quarantined");

        admit();

        await().untilAsserted(() -> assertThat(waiting(colleague.asks())).hasSize(2));
        assertThat(grade(patient)).isNotEqualTo("3");
        colleague
                .asks()
                .queryParam("patientId", patient)
                .get("/v1/alerts")
                .then()
                .body("items.title", hasItem("Entries of " + stranger.username() + " wait for the ward"));
        stranger.asks().get("/v1/observations/{id}", fever).then().statusCode(404);
        stranger.asks().get("/v1/patients/{patient}/quarantine", patient).then().statusCode(404);

        waiting(colleague.asks())
                .forEach(entry -> colleague
                        .sends(Map.of("note", "measured on the way here"))
                        .post("/v1/patients/{patient}/quarantine/{id}/release", patient, entry)
                        .then()
                        .statusCode(200));

        awaitState(fever, "applied");
        awaitState(pressor, "applied");
        As.role(Role.NURSE).get("/v1/observations/{id}", fever).then().body("enteredBy", equalTo(stranger.username()));
        await().untilAsserted(() -> assertThat(grade(patient)).isEqualTo("3"));
    }

    /// The record belongs to the stay at its date, even if the patient is elsewhere later.
    @Test
    void whatWaitsForTheFormerWardIsNotTheNextOnesToSettle() {
        var next = "next-" + UUID.randomUUID();
        post(Colleague.nurseOf("elsewhere").asks());
        awaitState(pressor, "quarantined");
        var former = admit();
        var theirs = Colleague.nurseOf(ward);
        await().untilAsserted(() -> assertThat(waiting(theirs.asks())).hasSize(2));
        var entries = waiting(theirs.asks());
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/{id}/discharge", former.episodeId())
                .then()
                .statusCode(200);
        var nurse = Colleague.nurseOf(next);
        nurse.sends(AdmittedPatient.form(patient, next, Instant.now()))
                .post("/v1/episodes")
                .then()
                .statusCode(201);

        assertThat(waiting(nurse.asks())).isEmpty();
        nurse.asks().get("/v1/observations/{id}", fever).then().statusCode(404);
        assertThat(waiting(theirs.asks())).hasSameElementsAs(entries);
        entries.forEach(entry -> {
            nurse.asks()
                    .get("/v1/patients/{patient}/quarantine/{id}", patient, entry)
                    .then()
                    .statusCode(404);
            for (var how : List.of("release", "discard")) {
                nurse.sends(Map.of("note", "not ours"))
                        .post("/v1/patients/{patient}/quarantine/{id}/" + how, patient, entry)
                        .then()
                        .statusCode(404);
            }
            theirs.sends(Map.of("note", "measured on the way here"))
                    .post("/v1/patients/{patient}/quarantine/{id}/release", patient, entry)
                    .then()
                    .statusCode(200);
        });
        awaitState(fever, "applied");
    }

    @Test
    void whoSentItSeesThatItWaitsAndNobodyElseOfSomeWardsDoes() {
        var sender = Colleague.nurseOf(ward);
        post(sender.asks());

        await().untilAsserted(() -> sender.asks()
                .get("/v1/observations/{id}", fever)
                .then()
                .statusCode(200)
                .body("state", equalTo("quarantined"))
                .body("sender", equalTo(sender.username())));
        Colleague.nurseOf(ward)
                .asks()
                .get("/v1/observations/{id}", fever)
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheWardsOwnNurseEnteredIsApplied() {
        post(Colleague.nurseOf(ward.toUpperCase(Locale.ROOT)).asks());
        awaitState(pressor, "quarantined");

        admit();

        awaitState(fever, "applied");
        awaitState(pressor, "applied");
    }

    @Test
    void whoeverSeesEveryWardIsNotAsked() {
        post(As.role(Role.NURSE));
        awaitState(pressor, "quarantined");

        admit();

        awaitState(pressor, "applied");
    }

    @Test
    void soIsAGatewayOfSomeWards() {
        post(Colleague.of(Role.INTEGRATION, Map.of("wards", List.of("elsewhere")))
                .asks());
        awaitState(pressor, "quarantined");

        admit();

        await().untilAsserted(() -> assertThat(waiting(As.role(Role.NURSE))).hasSize(2));
    }

    /// A user with emergency access may enter observations for a patient of any ward.
    @Test
    void whatIsEnteredInAnEmergencyIsApplied() {
        admit();
        var helper = Colleague.nurseOf("elsewhere");
        helper.sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/{id}/break-glass", patient)
                .then()
                .statusCode(201);

        post(helper.asks());

        awaitState(pressor, "applied");
        As.role(Role.ADMIN).get("/v1/quarantine?state=open").then().body("items.patientId", not(hasItem(patient)));
    }
}
