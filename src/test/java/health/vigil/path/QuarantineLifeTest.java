package health.vigil.path;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/// People's decisions about an observation in quarantine, and what happens to it then.
@ServiceTest
class QuarantineLifeTest {
    private final String patient = "p-" + UUID.randomUUID();
    private final String id = "held-" + UUID.randomUUID();

    @Inject
    OtherSystem other;

    @Test
    void whatIsReleasedTooEarlyWaitsAgain() {
        post(patientsReading()).body("accepted", equalTo(1));
        var first = awaitOpen("");

        settle("release", first);
        var second = awaitOpen(first);
        awaitState("quarantined", "The patient has no episode");
        post(patientsReading()).body("accepted", equalTo(1));
        admit();

        awaitState("applied", null);
        assertThat(state(second)).isEqualTo("released");
        assertThat(open()).isEmpty();
    }

    @Test
    void soDoesADeviceThatIsStillBoundToNobody() {
        var message = reading("deviceId", "monitor-" + patient);
        post(message).body("accepted", equalTo(1));
        var first = awaitOpen("");

        settle("release", first);

        awaitOpen(first);
        awaitState("quarantined", "The device");
    }

    @Test
    void whatIsDiscardedStaysSoAndItsSenderIsTold() throws Exception {
        post(patientsReading()).body("accepted", equalTo(1));
        settle("discard", awaitOpen(""));
        awaitState("quarantined", "Discarded: looked at");

        admit();
        post(patientsReading()).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
        other.producesSigned(patient, patientsReading().replace("}", ",\"enteredBy\":\"" + sender() + "\"}"));
        var later = "later-" + UUID.randomUUID();
        post(patientsReading().replace(id, later)).body("accepted", equalTo(1));

        await().untilAsserted(() -> assertThat(other.stored(patient)).containsExactly(later));
        assertThat(open()).isEmpty();
        awaitState("quarantined", "Discarded: looked at");
    }

    private String patientsReading() {
        return reading("patientId", patient);
    }

    private String reading(String whose, String value) {
        return "{\"id\":\"%s\",\"%s\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"temperature\":39.5}"
                .formatted(id, whose, value, at);
    }

    private final Instant at = Instant.now().minus(Duration.ofMinutes(5));

    private void admit() {
        AdmittedPatient.admit(AdmittedPatient.form(patient, "north", at.minus(Duration.ofDays(2))));
    }

    private static ValidatableResponse post(String message) {
        return As.role(Role.INTEGRATION)
                .contentType(JSON)
                .body(message)
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }

    private static String sender() {
        return As.issued(Role.INTEGRATION).username();
    }

    private static void settle(String how, String record) {
        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("note", "looked at"))
                .post("/v1/quarantine/{id}/" + how, record)
                .then()
                .statusCode(200);
    }

    /// The one open entry, which must be another one than before.
    private String awaitOpen(String before) {
        await().until(() -> open().size() == 1 && !open().contains(before));
        return open().getFirst();
    }

    private List<String> open() {
        return As.role(Role.ADMIN)
                .get("/v1/quarantine?state=open&limit=1000")
                .jsonPath()
                .getList("items.findAll { it.observationId == '%s' }.id".formatted(id));
    }

    private static String state(String record) {
        return As.role(Role.ADMIN).get("/v1/quarantine/{id}", record).jsonPath().getString("state");
    }

    private void awaitState(String state, @Nullable String detail) {
        await().untilAsserted(() -> {
            var known = As.role(Role.NURSE).get("/v1/observations/{id}", id).jsonPath();
            assertThat(known.getString("state")).isEqualTo(state);
            if (detail != null) {
                assertThat(known.getString("detail")).startsWith(detail);
            }
        });
    }
}
