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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .body("crs.now.grade", equalTo(3))
                .body("crs.now.peak.grade", equalTo(3))
                .body("crs.then.grade", equalTo(1))
                .body("crs.then.peak.grade", equalTo(1))
                .body("crs.differences.from", equalTo(List.of(hour(62).toString())))
                .body("crs.differences[0].until", nullValue())
                .body("crs.differences[0].now", equalTo(3))
                .body("crs.differences[0].then", equalTo(1))
                .body("icans.differences", empty())
                .extract()
                .jsonPath();
        var body = new HashMap<>(hypotension(61, 80));
        body.put("cause", "Sedation");

        post("attribution", Instant.now(), body);

        var after = grade();
        assertThat(after.getInt("crs.grade")).isEqualTo(told.getInt("crs.then.grade"));
        assertThat(after.getMap("crs.peak")).isEqualTo(told.getMap("crs.then.peak"));
        assertThat((Object) after.get("icans.grade")).isEqualTo(told.get("icans.then.grade"));
        preview(hypotension(61, 80)).body("crs.differences", empty());
    }

    @Test
    void aGradeThatComesBackIsToldWithTheEndOfTheDifference() {
        preview(hypotension(61, 66))
                .statusCode(200)
                .body("crs.then.grade", equalTo(3))
                .body("crs.then.peak.at", equalTo(hour(66).toString()))
                .body("crs.differences.from", equalTo(List.of(hour(62).toString())))
                .body("crs.differences.until", equalTo(List.of(hour(66).toString())));
    }

    /// A fever that is attributed starts no course, so nobody decided whether the vasopressor is for CRS.
    @Test
    void aGradeThatWouldNotBeKnownIsToldWithItsReason() {
        preview(Map.of("components", List.of("fever"), "from", hour(59).toString()))
                .statusCode(200)
                .body("crs.then.grade", nullValue())
                .body(
                        "crs.then.reason",
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
                .body("crs.then.grade", equalTo(3))
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
