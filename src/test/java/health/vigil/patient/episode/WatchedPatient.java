package health.vigil.patient.episode;

import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;

/// A patient who is admitted and observed through the API. Times are given as durations before now.
final class WatchedPatient {
    final String id = "p-" + UUID.randomUUID();
    final String ward = "ward-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Instant ago(Duration duration) {
        return now.minus(duration);
    }

    ValidatableResponse admit(String into, Instant infusedAt) {
        return admit(AdmittedPatient.form(id, into, infusedAt));
    }

    ValidatableResponse admit(Map<String, Object> form) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(form)
                .post("/v1/episodes")
                .then();
    }

    /// The id of a new episode.
    String admitEpisode(Duration infused) {
        return admit(ward, ago(infused)).statusCode(201).extract().path("id");
    }

    static ValidatableResponse post(Role role, String path, String episode, Map<String, Object> body) {
        return As.role(role)
                .contentType(JSON)
                .body(body)
                .post("/v1/episodes/{id}" + path, episode)
                .then();
    }

    void discharge(String episode, Duration when) {
        post(Role.NURSE, "/discharge", episode, Map.of("at", ago(when).toString()))
                .statusCode(200);
    }

    static ValidatableResponse patch(String episode, Map<String, Object> body) {
        return As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/episodes/{id}", episode)
                .then();
    }

    /// Posts an observation and waits until it is applied.
    void postAndAwait(Duration when, String kind, Map<String, Object> fields) {
        var sent = send(when, kind, fields);
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/{id}", sent)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied")));
    }

    String send(Duration when, String kind, Map<String, Object> fields) {
        var observation = new LinkedHashMap<String, Object>(fields);
        var sent = UUID.randomUUID().toString();
        observation.put("id", sent);
        observation.put("patientId", id);
        observation.put("kind", kind);
        observation.put("effectiveAt", ago(when).toString());
        As.role(Role.INTEGRATION)
                .contentType(JSON)
                .body(observation)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        return sent;
    }

    ValidatableResponse grade() {
        return grade(Map.of());
    }

    ValidatableResponse grade(Map<String, Object> query) {
        return As.role(Role.NURSE)
                .queryParams(query)
                .get("/v1/patients/{id}/grade", id)
                .then();
    }

    ValidatableResponse grades() {
        return As.role(Role.NURSE).get("/v1/patients/{id}/grades", id).then();
    }

    ValidatableResponse alerts(String state) {
        return As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}&state={state}", id, state)
                .then();
    }

    static ValidatableResponse board(String ward) {
        return As.role(Role.NURSE).get("/v1/wards/{ward}/board", ward).then();
    }

    static ValidatableResponse episode(String id) {
        return As.role(Role.NURSE).get("/v1/episodes/{id}", id).then();
    }
}
