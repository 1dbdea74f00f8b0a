package health.vigil.path;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// A writer to the topic can claim to be anybody, so the service trusts only the records that it wrote itself.
@ServiceTest
class UnverifiedAuthorTest {
    private final String id = "topic-" + UUID.randomUUID();

    @Inject
    OtherSystem other;

    private void writes(AdmittedPatient patient, String kind, String fields, String author) throws Exception {
        other.produces(patient.patientId(), observation(patient, kind, fields + author));
    }

    private void enters(Role role, AdmittedPatient patient, String kind, String fields) {
        As.role(role)
                .contentType(ContentType.JSON)
                .body(observation(patient, kind, fields))
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }

    private String observation(AdmittedPatient patient, String kind, String fields) {
        return "{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"%s\",%s}"
                .formatted(id, patient.patientId(), Instant.now().minusSeconds(60), kind, fields);
    }

    private static String physician() {
        return ",\"enteredBy\":\"dr-house\",\"enteredByRole\":\"physician\",\"enteredFrom\":\"10.0.0.1\"";
    }

    /// The quarantine entry, as a physician of the ward finds it.
    private String awaitHeld(AdmittedPatient patient) {
        return await().until(
                        () -> As.role(Role.PHYSICIAN)
                                .queryParam("state", "open")
                                .get("/v1/patients/{patient}/quarantine", patient.patientId())
                                .jsonPath()
                                .getList("items.findAll { it.observationId == '%s' }.id".formatted(id), String.class),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static ValidatableResponse settle(
            RequestSpecification user, AdmittedPatient patient, String entry, String how) {
        return user.contentType(ContentType.JSON)
                .body(Map.of("note", "asked the author"))
                .post("/v1/patients/{patient}/quarantine/{id}/" + how, patient.patientId(), entry)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "death       | \"cause\":\"other\"",
                "attribution | \"components\":[\"hypoxia\"],\"cause\":\"pneumonia\",\"from\":\"2026-03-01T00:00:00Z\"",
                "crs-course  | \"action\":\"opened\""
            })
    void aPhysiciansWordThatOnlyTheTopicSaysWaitsForAPhysician(String kind, String fields) throws Exception {
        var patient = AdmittedPatient.daysAgo(3);

        writes(patient, kind, fields, physician());

        awaitHeld(patient);
        assertThat(other.stored(patient.patientId())).isEmpty();
        await().untilAsserted(() -> As.role(Role.NURSE)
                .queryParam("patientId", patient.patientId())
                .get("/v1/alerts")
                .then()
                .body("items.type", hasItem("quarantine"))
                .body("items.title", hasItem("Entries of (stream) dr-house wait for the ward")));
    }

    @Test
    void soDoesOneOfNobodyAndOneThatSaysItWasReleased() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);

        writes(
                patient,
                "death",
                "\"cause\":\"other\"",
                physician()
                        + ",\"releasedFrom\":\"%s\",\"resolvedPatientId\":\"%s\""
                                .formatted(UUID.randomUUID(), patient.patientId()));

        awaitHeld(patient);
    }

    @Test
    void whoeverReleasesItIsItsAuthor() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        writes(patient, "death", "\"cause\":\"other\"", physician());
        var entry = awaitHeld(patient);

        settle(As.role(Role.NURSE), patient, entry, "release").statusCode(403);
        As.role(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("note", "asked the author"))
                .post("/v1/quarantine/{id}/release", entry)
                .then()
                .statusCode(403);
        settle(As.role(Role.PHYSICIAN), patient, entry, "release")
                .statusCode(200)
                .body("state", equalTo("released"));

        var author = As.issued(Role.PHYSICIAN).username();
        await().untilAsserted(() -> As.role(Role.PHYSICIAN)
                .queryParam("sender", author)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied"))
                .body("enteredBy", equalTo(author)));
    }

    @Test
    void nobodyOfAnotherWardSeesIt() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        writes(patient, "death", "\"cause\":\"other\"", physician());
        var entry = awaitHeld(patient);
        var stranger = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")));
        var colleague = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of(patient.ward())));

        stranger.asks()
                .get("/v1/patients/{patient}/quarantine/{id}", patient.patientId(), entry)
                .then()
                .statusCode(404);
        settle(stranger.asks(), patient, entry, "release").statusCode(404);
        settle(stranger.asks(), patient, entry, "discard").statusCode(404);
        stranger.asks()
                .get("/v1/patients/{patient}/quarantine", patient.patientId())
                .then()
                .statusCode(404);

        colleague
                .asks()
                .get(
                        "/v1/patients/{patient}/quarantine",
                        AdmittedPatient.daysAgo(3).patientId())
                .then()
                .statusCode(404);
        colleague
                .asks()
                .get("/v1/patients/{patient}/quarantine", patient.patientId())
                .then()
                .body("items.id", equalTo(List.of(entry)));
        settle(colleague.asks(), patient, entry, "discard").statusCode(200);
    }

    @Test
    void whatANurseMayEnterIsAppliedAndItsAuthorIsMarked() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        var bolus = "\"volume\":500,\"reason\":\"hypotension\"";

        writes(patient, "fluid-bolus", bolus, ",\"enteredBy\":\"ada\",\"enteredByRole\":\"nurse\"");

        await().untilAsserted(() -> assertThat(observation())
                .returns("applied", it -> it.getString("state"))
                .returns("(stream) ada", it -> it.getString("enteredBy"))
                .returns(false, it -> it.<Boolean>get("authorVerified")));
        assertThat(audited(patient))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("actor", "(stream) ada")
                        .containsEntry("role", "unverified")
                        .containsEntry("action", "vigil.observations"));
    }

    @Test
    void whatIsEnteredOverHttpIsNotMarked() {
        var patient = AdmittedPatient.daysAgo(3);
        enters(Role.PHYSICIAN, patient, "death", "\"cause\":\"other\"");

        await().untilAsserted(() -> assertThat(observation())
                .returns("applied", it -> it.getString("state"))
                .returns(null, it -> it.get("authorVerified")));
    }

    @Test
    void whatTheServiceTookInIsNotWithdrawnByWhoeverSaysTheNurseDid() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        var fever = "fever-" + UUID.randomUUID();
        var nurse = As.issued(Role.NURSE).username();
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(
                        "{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"temperature\":39}"
                                .formatted(fever, patient.patientId(), Instant.now()))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        writes(
                patient,
                "retraction",
                "\"observationId\":\"%s\",\"reason\":\"mistake\"".formatted(fever),
                ",\"enteredBy\":\"%s\",\"enteredByRole\":\"nurse\"".formatted(nurse));

        var entry = awaitHeld(patient);
        assertThat(As.role(Role.NURSE).get("/v1/observations/{id}", fever).<String>path("retractedAt"))
                .isNull();
        settle(As.role(Role.NURSE), patient, entry, "release").statusCode(200);
        await().untilAsserted(() -> assertThat(
                        As.role(Role.NURSE).get("/v1/observations/{id}", fever).<String>path("retractedAt"))
                .isNotNull());
    }

    /// A writer that claims to be another sender does not take that sender's ids.
    @Test
    void theIdsOfAnAccountAreNotTakenByWhoeverSaysTheyAreIt() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);
        var name = As.issued(Role.INTEGRATION).username();
        writes(patient, "vital-signs", "\"temperature\":36.5", ",\"enteredBy\":\"%s\"".formatted(name));
        await().untilAsserted(
                        () -> assertThat(other.stored(patient.patientId())).hasSize(1));

        enters(Role.INTEGRATION, patient, "vital-signs", "\"temperature\":39");

        await().untilAsserted(() -> As.role(Role.NURSE)
                .queryParam("sender", name)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied"))
                .body("temperature", equalTo(39)));
        assertThat(other.keptOf(patient.patientId())).isEmpty();
    }

    /// A baseline changes grades and must not be entered through the topic.
    @Test
    void aBaselineOfAnotherSystemChangesNothing() throws Exception {
        var patient = AdmittedPatient.daysAgo(3);

        other.produces(patient.patientId(), """
            {"kind":"baseline-changed","id":"%s","episodeId":"%s","patientId":"%s","enteredBy":"nurse",
             "baseline":{"systolic":70,"developmentalDelay":false}}\
            """.formatted(UUID.randomUUID(), patient.episodeId(), patient.patientId()));

        await().untilAsserted(
                        () -> assertThat(other.keptOf(patient.patientId())).containsExactly("unverified-author"));
    }

    private JsonPath observation() {
        return As.role(Role.NURSE).get("/v1/observations/{id}", id).jsonPath();
    }

    private static List<Map<String, Object>> audited(AdmittedPatient patient) {
        return As.role(Role.ADMIN)
                .queryParam("patientId", patient.patientId())
                .queryParam("actor", "(stream) ada")
                .get("/v1/audit")
                .jsonPath()
                .getList("items");
    }
}
