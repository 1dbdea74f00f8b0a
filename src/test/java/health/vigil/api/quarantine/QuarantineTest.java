package health.vigil.api.quarantine;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.store.Database;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@ServiceTest
class QuarantineTest {
    private static final String READABLE = """
        {"id": "%s", "deviceId": "unbound", "effectiveAt": "2026-03-01T10:00:00Z", "kind": "vital-signs",
         "temperature": 38.4, "receivedAt": "2026-03-01T10:00:01Z"}\
        """;

    @Inject
    Database database;

    private final UUID id = UUID.randomUUID();

    private void insert(byte[] value) {
        database.execute(sql -> sql.update(
                "insert into quarantine (id, partition, \"offset\", received_at, reason, detail, value, observation_id)"
                        + " values (?, 0, ?, ?, 'unbound-device', 'The device is bound to nobody', ?, ?)",
                id,
                id.getLeastSignificantBits(),
                Instant.now(),
                value,
                "o-" + id));
    }

    private void heldReadable() {
        insert(READABLE.formatted("o-" + id).getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse settle(String how, Map<String, String> body) {
        return As.role(Role.ADMIN)
                .contentType(JSON)
                .body(body)
                .post("/v1/quarantine/{id}/" + how, id)
                .then();
    }

    @Test
    void whatIsHeldIsListedWithItsBytes() {
        heldReadable();

        As.role(Role.ADMIN)
                .get("/v1/quarantine?state=open&limit=1000")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
        As.role(Role.ADMIN)
                .get("/v1/quarantine/{id}", id)
                .then()
                .body("reason", equalTo("unbound-device"))
                .body("value", equalTo(READABLE.formatted("o-" + id)));
        As.role(Role.NURSE)
                .get("/v1/observations/{id}", "o-" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("quarantined"))
                .body("detail", equalTo("The device is bound to nobody"));
    }

    @Test
    void whatIsReleasedIsSettledOnce() {
        heldReadable();

        settle("release", Map.of("patientId", "p-1", "note", "Seen by the bed"))
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("note", equalTo("Seen by the bed"));
        settle("discard", Map.of("note", "again")).statusCode(409);
    }

    @Test
    void theAuditTrailNamesWhomItIsReleasedFor() {
        heldReadable();
        var patient = "p-" + id;

        settle("release", Map.of("patientId", patient, "note", "Seen by the bed"))
                .statusCode(200);

        As.role(Role.ADMIN)
                .get("/v1/audit?patientId={patient}", patient)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("POST /v1/quarantine/" + id + "/release"));
    }

    @Test
    void whatIsDiscardedStaysOnRecord() {
        insert(new byte[] {(byte) 0xff});

        settle("discard", Map.of("note", "Noise")).statusCode(200).body("state", equalTo("discarded"));

        As.role(Role.ADMIN).get("/v1/quarantine/{id}", id).then().body("valueBase64", equalTo("/w=="));
    }

    @Test
    void whatCannotBeReadIsNotReleased() {
        insert("{".getBytes(StandardCharsets.UTF_8));

        settle("release", Map.of("note", "try")).statusCode(409);
    }

    @Test
    void nothingIsSettledWithoutAWord() {
        heldReadable();

        settle("release", Map.of()).statusCode(400).body("violations.field", hasItem("note"));
        settle("discard", Map.of()).statusCode(400);
    }

    @Test
    void onlyAdminsSettle() {
        heldReadable();

        for (var role : List.of(Role.NURSE, Role.PHYSICIAN, Role.DEVICE, Role.DASHBOARD, Role.INTEGRATION)) {
            var status = As.role(role).get("/v1/quarantine").then().extract().statusCode();
            assertThat(status).as(role.word()).isEqualTo(403);
        }
    }
}
