package health.vigil.patient.device;

import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/// A device for one test, and its binding.
record Device(String id) {
    static final Map<String, Object> SEVERE = Map.of("temperature", 39.6, "systolic", 74, "spo2", 96, "heartRate", 140);

    static Device fresh() {
        return new Device("mon/" + UUID.randomUUID());
    }

    ValidatableResponse bind(AdmittedPatient patient, Instant from) {
        return bind(As.role(Role.NURSE), patient, from);
    }

    ValidatableResponse bind(RequestSpecification asks, AdmittedPatient patient, Instant from) {
        return asks.contentType(JSON)
                .body(Map.of("patientId", patient.patientId(), "from", from.toString()))
                .put("/v1/devices/{id}/binding", id)
                .then();
    }

    ValidatableResponse unbind() {
        return As.role(Role.NURSE).delete("/v1/devices/{id}/binding", id).then();
    }

    ValidatableResponse unbind(Instant at) {
        return As.role(Role.NURSE)
                .delete("/v1/devices/{id}/binding?at={at}", id, at.toString())
                .then();
    }

    ValidatableResponse binding() {
        return As.role(Role.NURSE).get("/v1/devices/{id}/binding", id).then();
    }

    /// Posts a measurement and returns its id.
    String post(Instant at, Map<String, ?> values) {
        var observation = "o-" + UUID.randomUUID();
        post(observation, at, values);
        return observation;
    }

    void post(String observation, Instant at, Map<String, ?> values) {
        var body = new LinkedHashMap<String, Object>(values);
        body.put("id", observation);
        body.put("deviceId", id);
        body.put("effectiveAt", at.toString());
        body.put("kind", "vital-signs");
        As.role(Role.DEVICE)
                .contentType(JSON)
                .body(body)
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }

    static void awaitOwner(String observation, AdmittedPatient patient) {
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/{id}", observation)
                .then()
                .statusCode(200)
                .body("state", equalTo("applied"))
                .body("patientId", equalTo(patient.patientId())));
    }

    static void awaitUnbound(String observation) {
        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/quarantine?reason=unbound-device&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.state == 'open' }.observationId", hasItem(observation)));
    }

    static @Nullable Integer crs(AdmittedPatient patient) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient.patientId())
                .path("crs.grade");
    }

    static ValidatableResponse alerts(AdmittedPatient patient) {
        return As.role(Role.NURSE)
                .get("/v1/alerts?patientId={id}", patient.patientId())
                .then()
                .statusCode(200);
    }
}
