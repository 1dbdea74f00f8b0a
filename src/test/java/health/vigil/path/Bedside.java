package health.vigil.path;

import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;

/// Posts observations of one patient, and waits until the monitor has processed them.
record Bedside(AdmittedPatient patient) {

    /// Posts and waits; returns the id.
    String postAndAwait(Role role, Instant at, String kind, Map<String, ?> fields) {
        var id = post(role, at, kind, fields);
        awaitApplied(id);
        return id;
    }

    String post(Role role, Instant at, String kind, Map<String, ?> fields) {
        var id = "o-" + UUID.randomUUID();
        var observation = new LinkedHashMap<String, Object>(fields);
        observation.put("id", id);
        observation.put("patientId", patient.patientId());
        observation.put("effectiveAt", at.toString());
        observation.put("kind", kind);
        As.role(role)
                .contentType(JSON)
                .body(observation)
                .post("/v1/observations")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        return id;
    }

    static void awaitApplied(String id) {
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied")));
    }

    ValidatableResponse gradeAt(Instant at) {
        return As.role(Role.NURSE)
                .queryParam("at", at.toString())
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .statusCode(200);
    }
}
