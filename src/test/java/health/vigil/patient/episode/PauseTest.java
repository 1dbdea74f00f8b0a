package health.vigil.patient.episode;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@ServiceTest
class PauseTest {

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(1);
    }

    private ValidatableResponse pause(Map<String, Object> body) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(body)
                .post("/v1/episodes/{id}/pauses", patient.episodeId())
                .then();
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private void alerts(String state, String title) {
        await().untilAsserted(() -> As.role(Role.NURSE)
                .queryParam("patientId", patient.patientId())
                .queryParam("state", state)
                .get("/v1/alerts")
                .then()
                .body("items.findAll { it.type == 'check-overdue' }.title", hasItem(title)));
    }

    @Test
    void aPausedCheckIsNeitherOverdueNorAlarms() {
        alerts("open", "Check overdue: vital signs");
        var until = in(Duration.ofHours(2));

        var id = pause(Map.of("check", "vital-signs", "reason", "asleep", "until", until))
                .statusCode(201)
                .body("reason", equalTo("asleep"))
                .body("pausedBy", notNullValue())
                .extract()
                .jsonPath()
                .getString("id");

        alerts("resolved", "Check overdue: vital signs");
        As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("overdue.findAll { it.check == 'vital-signs' }", empty());
        As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board", patient.ward())
                .then()
                .body("items[0].checks.find { it.check == 'vital-signs' }.paused.reason", equalTo("asleep"));

        As.role(Role.NURSE)
                .delete("/v1/episodes/{id}/pauses/{pause}", patient.episodeId(), id)
                .then()
                .statusCode(204);
        alerts("open", "Check overdue: vital signs");
        As.role(Role.NURSE)
                .get("/v1/episodes/{id}/pauses", patient.episodeId())
                .then()
                .body("items", hasSize(1))
                .body("items[0].endedBy", notNullValue());
    }

    @Test
    void aPauseSaysWhyAndUntilWhen() {
        var soon = in(Duration.ofHours(1));

        pause(Map.of("check", "ice", "until", soon)).statusCode(400).body("violations.field", hasItem("reason"));
        pause(Map.of("check", "ice", "reason", "asleep")).statusCode(400).body("violations.field", hasItem("until"));
        pause(Map.of("check", "ice", "reason", "other", "until", soon))
                .statusCode(400)
                .body("violations.field", hasItem("note"));
        pause(Map.of("check", "ice", "reason", "tired", "until", soon)).statusCode(400);
        pause(Map.of("check", "ice", "reason", "asleep", "until", in(Duration.ofHours(-1))))
                .statusCode(400);
        pause(Map.of("check", "ice", "reason", "asleep", "until", in(Duration.ofHours(25))))
                .statusCode(400);
    }

    @Test
    void emergencyAccessNeitherPausesNorEndsAPause() {
        var body = Map.<String, Object>of("check", "vital-signs", "reason", "asleep", "until", in(Duration.ofHours(1)));
        var standing = pause(body).statusCode(201).extract().<String>path("id");
        var stranger = Colleague.nurseOf("elsewhere");
        stranger.sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/{id}/break-glass", patient.patientId())
                .then()
                .statusCode(201);

        stranger.sends(body)
                .post("/v1/episodes/{id}/pauses", patient.episodeId())
                .then()
                .statusCode(403);
        stranger.asks()
                .delete("/v1/episodes/{id}/pauses/{pause}", patient.episodeId(), standing)
                .then()
                .statusCode(403);
        stranger.asks()
                .get("/v1/episodes/{id}/pauses", patient.episodeId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void whoPausedIsInTheAuditTrail() {
        pause(Map.of("check", "ice", "reason", "refused", "note", "Wants to rest", "until", in(Duration.ofHours(1))))
                .statusCode(201);

        As.role(Role.ADMIN)
                .queryParam("patientId", patient.patientId())
                .get("/v1/audit")
                .then()
                .body("items.reason", hasItem("refused: Wants to rest"));
    }

    @Test
    void nothingIsPausedAfterTheDischarge() {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200);

        pause(Map.of("check", "ice", "reason", "asleep", "until", in(Duration.ofHours(1))))
                .statusCode(409);
    }
}
