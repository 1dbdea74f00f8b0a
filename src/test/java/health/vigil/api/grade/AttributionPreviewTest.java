package health.vigil.api.grade;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/// What an attribution would change, told before it is signed.
@ServiceTest
class AttributionPreviewTest {
    @SuppressWarnings("NullAway.Init")
    private AdmittedPatient patient;

    /// Fever at hour 60, and a vasopressor from hour 62 until now, at hour 72.
    @BeforeEach
    void chart() {
        patient = AdmittedPatient.daysAgo(3);
        post("vital-signs", hour(60), Map.of("temperature", 39, "systolic", 118));
        post("vasopressor", hour(62), Map.of("agent", "norepinephrine", "action", "started"));
    }

    private Instant hour(int hour) {
        return patient.infusedAt().plus(Duration.ofHours(hour));
    }

    private void post(String kind, Instant at, Map<String, Object> fields) {
        var id = "preview-" + UUID.randomUUID();
        var body = new HashMap<>(fields);
        body.putAll(Map.of("id", id, "kind", kind, "patientId", patient.patientId(), "effectiveAt", at.toString()));
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(body)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().until(() ->
                As.role(Role.PHYSICIAN).get("/v1/observations/" + id).statusCode() == 200);
    }

    private ValidatableResponse preview(Map<String, Object> body) {
        return As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(body)
                .post("/v1/patients/{id}/attributions/preview", patient.patientId())
                .then();
    }

    private JsonPath grade() {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient.patientId())
                .jsonPath();
    }

    private Map<String, Object> hypotension(int from, int until) {
        return Map.of(
                "components", List.of("hypotension"),
                "from", hour(from).toString(),
                "until", hour(until).toString());
    }

    @Test
    void whatIsToldIsWhatHappensAfterTheSignature() {
        var told = preview(hypotension(61, 80))
                .statusCode(200)
                .body("patientId", equalTo(patient.patientId()))
                .body("episodeId", equalTo(patient.episodeId()))
                .body("crs.actual.grade", equalTo(3))
                .body("crs.actual.peak.grade", equalTo(3))
                .body("crs.withAttribution.grade", equalTo(1))
                .body("crs.withAttribution.peak.grade", equalTo(1))
                .body("crs.differences.from", equalTo(List.of(hour(62).toString())))
                .body("crs.differences[0].until", nullValue())
                .body("crs.differences[0].actual", equalTo(3))
                .body("crs.differences[0].withAttribution", equalTo(1))
                .body("icans.differences", empty())
                .extract()
                .jsonPath();
        var body = new HashMap<>(hypotension(61, 80));
        body.put("cause", "Sedation");

        post("attribution", Instant.now(), body);

        var after = grade();
        assertThat(after.getInt("crs.grade")).isEqualTo(told.getInt("crs.withAttribution.grade"));
        assertThat(after.getMap("crs.peak")).isEqualTo(told.getMap("crs.withAttribution.peak"));
        assertThat(after.getString("icans.grade")).isEqualTo(told.getString("icans.withAttribution.grade"));
        preview(hypotension(61, 80)).body("crs.differences", empty());
    }

    /// A fever carries the course, the gate and the peak.
    @Test
    void whatIsToldOfAFeverIsWhatHappensAfterTheSignature() {
        var body = new HashMap<String, Object>(
                Map.of("components", List.of("fever"), "from", hour(59).toString(), "until", hour(80).toString()));
        var told = preview(body).statusCode(200).extract().jsonPath();
        assertThat(told.getList("crs.differences")).isNotEmpty();
        body.put("cause", "Infection");

        post("attribution", Instant.now(), body);

        var after = grade();
        assertThat(after.getString("crs.grade")).isEqualTo(told.getString("crs.withAttribution.grade"));
        assertThat(after.getString("crs.reason")).isEqualTo(told.getString("crs.withAttribution.reason"));
        assertThat(after.getString("crs.peak")).isEqualTo(told.getString("crs.withAttribution.peak"));
        preview(body(List.of("fever"), hour(59), hour(80))).body("crs.differences", empty());
    }

    private static Map<String, Object> body(List<String> components, Instant from, Instant until) {
        return Map.of("components", components, "from", from.toString(), "until", until.toString());
    }

    /// What is found until the end will not count, and no grade up to now shows it.
    @ParameterizedTest
    @ValueSource(ints = {72, 73, 80})
    void anAttributionOfWhatComesChangesNothingUpToNowAndTellsItsEnd(int hour) {
        preview(body(List.of("fever"), hour(hour).plusSeconds(60), hour(90)))
                .statusCode(200)
                .body("crs.differences", empty())
                .body("crs.withAttribution.peak.grade", equalTo(3))
                .body("ends.component", equalTo(List.of("fever")))
                .body("ends.until", equalTo(List.of(hour(90).toString())));
    }

    /// Fever, hypotension and hypoxia end a day after the signature.
    @Test
    void theEndHeedsTheLimit() {
        var body = new HashMap<>(body(List.of("hypotension", "seizure"), hour(61), hour(120)));
        body.put("effectiveAt", hour(70).toString());

        preview(body)
                .statusCode(200)
                .body("ends.component", equalTo(List.of("hypotension", "seizure")))
                .body(
                        "ends.until",
                        equalTo(List.of(hour(94).toString(), hour(120).toString())));
    }

    @Test
    void whatAnotherAttributionLeavesOutIsNoDifference() {
        var signed = new HashMap<>(hypotension(61, 66));
        signed.put("cause", "Sedation");
        post("attribution", Instant.now(), signed);

        preview(hypotension(64, 80))
                .statusCode(200)
                .body("crs.actual.grade", equalTo(3))
                .body("crs.withAttribution.grade", equalTo(1))
                .body("crs.differences.from", equalTo(List.of(hour(66).toString())));
    }

    /// It would count in the other episode, too, and only the current one can be told.
    @Test
    void aBeginningInAnotherEpisodeIsRefused() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200);
        AdmittedPatient.admit(AdmittedPatient.form(
                patient.patientId(), patient.ward(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));

        preview(hypotension(61, 80))
                .statusCode(422)
                .body("violations.field", equalTo(List.of("from")))
                .body("violations[0].message", equalTo("belongs to another episode of this patient"));
    }

    /// The same physician may sign it.
    @Test
    void emergencyAccessIsEnough() {
        var helper = Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("ward-" + UUID.randomUUID())));
        helper.sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/{id}/break-glass", patient.patientId())
                .then()
                .statusCode(201);

        helper.sends(hypotension(61, 80))
                .post("/v1/patients/{id}/attributions/preview", patient.patientId())
                .then()
                .statusCode(200)
                .body("crs.withAttribution.grade", equalTo(1));
    }

    @Test
    void aGradeThatComesBackIsToldWithTheEndOfTheDifference() {
        preview(hypotension(61, 66))
                .statusCode(200)
                .body("crs.withAttribution.grade", equalTo(3))
                .body("crs.withAttribution.peak.at", equalTo(hour(66).toString()))
                .body("crs.differences.from", equalTo(List.of(hour(62).toString())))
                .body("crs.differences.until", equalTo(List.of(hour(66).toString())));
    }

    /// A fever that is attributed starts no course, so nobody decided whether the vasopressor is for CRS.
    @Test
    void aGradeThatWouldNotBeKnownIsToldWithItsReason() {
        preview(Map.of("components", List.of("fever"), "from", hour(59).toString()))
                .statusCode(200)
                .body("crs.withAttribution.grade", nullValue())
                .body(
                        "crs.withAttribution.reason",
                        equalTo("treated hypotension or hypoxia without fever: a physician has to"
                                + " say whether this is CRS"))
                .body("crs.differences[0].from", equalTo(hour(60).toString()));
    }

    /// An attribution of hypotension acts for a day after its signature.
    @Test
    void anEarlierSignatureActsShorter() {
        preview(Map.of(
                        "components",
                        List.of("hypotension"),
                        "from",
                        hour(61).toString(),
                        "effectiveAt",
                        hour(45).toString()))
                .statusCode(200)
                .body("crs.withAttribution.grade", equalTo(3))
                .body("crs.differences.until", equalTo(List.of(hour(69).toString())));
    }

    @Test
    void nothingIsStoredAndTheRequestIsAudited() {
        var before = grade();

        preview(hypotension(61, 80)).statusCode(200);

        As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations?kind=attribution", patient.patientId())
                .then()
                .body("items", empty());
        assertThat(grade().getMap("crs.peak")).isEqualTo(before.getMap("crs.peak"));
        assertThat(grade().getInt("crs.grade")).isEqualTo(before.getInt("crs.grade"));
        As.role(Role.ADMIN)
                .get("/v1/audit?patientId=" + patient.patientId())
                .then()
                .body("items.action", hasItem("POST /v1/patients/" + patient.patientId() + "/attributions/preview"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "components     | {'components': [], 'from': '2026-01-01T00:00:00Z'}",
                "components[0]  | {'components': ['gout'], 'from': '2026-01-01T00:00:00Z'}",
                "components     | {'from': '2026-01-01T00:00:00Z'}",
                "from           | {'components': ['fever']}",
                "from           | {'components': ['fever'], 'from': '2026-01-01T00:00:00'}",
                "until | {'components': ['fever'], 'from': '2026-01-02T00:00:00Z', 'until': '2026-01-01T00:00:00Z'}",
                "cause          | {'components': ['fever'], 'from': '2026-01-01T00:00:00Z', 'cause': 'gout'}"
            })
    void aMalformedRequestIsRefusedWithItsField(String field, String body) {
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(body.replace('\'', '"'))
                .post("/v1/patients/{id}/attributions/preview", patient.patientId())
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    @Test
    void aPatientOfAnotherWardIsNotFound() {
        Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("ward-" + UUID.randomUUID())))
                .sends(hypotension(61, 80))
                .post("/v1/patients/{id}/attributions/preview", patient.patientId())
                .then()
                .statusCode(404);
    }
}
