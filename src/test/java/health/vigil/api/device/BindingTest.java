package health.vigil.api.device;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class BindingTest {
    private final String device = "monitor/" + UUID.randomUUID();

    private ValidatableResponse bind(AdmittedPatient patient, String from) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("patientId", patient.patientId(), "from", from))
                .put("/v1/devices/{id}/binding", device)
                .then();
    }

    @Test
    void aDeviceIsBoundAndMovesOn() {
        var first = AdmittedPatient.daysAgo(1);
        var second = AdmittedPatient.daysAgo(1);
        bind(first, "2026-03-01T10:00:00Z").statusCode(200).body("patientId", equalTo(first.patientId()));

        bind(second, "2026-03-01T12:00:00Z").statusCode(200);

        As.role(Role.NURSE)
                .get("/v1/devices/{id}/binding", device)
                .then()
                .body("patientId", equalTo(second.patientId()))
                .body("from", equalTo("2026-03-01T12:00:00Z"));
        As.role(Role.ADMIN)
                .get("/v1/devices?patientId={id}", second.patientId())
                .then()
                .body("items.deviceId", hasItem(device));
    }

    @Test
    void askingAgainChangesNothing() {
        var patient = AdmittedPatient.daysAgo(1);
        bind(patient, "2026-03-01T10:00:00Z").statusCode(200);

        bind(patient, "2026-03-01T10:00:00Z").statusCode(200);
    }

    @Test
    void thePastIsNotRewritten() {
        bind(AdmittedPatient.daysAgo(1), "2026-03-01T10:00:00Z").statusCode(200);

        bind(AdmittedPatient.daysAgo(1), "2026-03-01T10:00:00Z").statusCode(409);
        bind(AdmittedPatient.daysAgo(1), "2026-03-01T09:00:00Z").statusCode(409);
    }

    @Test
    void anUnboundDeviceSpeaksForNobody() {
        bind(AdmittedPatient.daysAgo(1), "2026-03-01T10:00:00Z").statusCode(200);

        As.role(Role.NURSE).delete("/v1/devices/{id}/binding", device).then().statusCode(204);

        As.role(Role.NURSE).get("/v1/devices/{id}/binding", device).then().statusCode(404);
        As.role(Role.NURSE).delete("/v1/devices/{id}/binding", device).then().statusCode(404);
        bind(AdmittedPatient.daysAgo(1), "2026-03-01T11:00:00Z").statusCode(409);
    }

    @Test
    void nobodyIsBoundToWhoIsNotHere() {
        bind(new AdmittedPatient("nobody", "", "", Instant.EPOCH), "2026-03-01T10:00:00Z")
                .statusCode(404);
    }

    @Test
    void devicesDoNotBindThemselves() {
        for (var role : List.of(Role.DEVICE, Role.DASHBOARD, Role.INTEGRATION)) {
            As.role(role).delete("/v1/devices/{id}/binding", device).then().statusCode(403);
        }
    }
}
