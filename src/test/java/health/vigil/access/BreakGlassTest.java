package health.vigil.access;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.alert.AlertListener;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@ServiceTest
class BreakGlassTest {
    private static final String REASON = "Resuscitation team called to bed 12";

    @Inject
    DataSource database;

    @Test
    void aReasonOpensOnePatientsRecordAndNoOther() {
        var patient = AdmittedPatient.daysAgo(3);
        var neighbour = AdmittedPatient.into(patient.ward());
        var colleague = Colleague.nurseOf("elsewhere");

        open(colleague, patient, REASON).then().statusCode(201).body("until", notNullValue());

        for (var path : new String[] {"/grade", "/grades", "/observations", "/trends"}) {
            colleague
                    .asks()
                    .get("/v1/patients/" + patient.patientId() + path)
                    .then()
                    .statusCode(200);
            colleague
                    .asks()
                    .get("/v1/patients/" + neighbour.patientId() + path)
                    .then()
                    .statusCode(404);
        }
        colleague.asks().get("/v1/episodes/" + patient.episodeId()).then().statusCode(200);
        colleague.asks().get("/v1/wards/" + patient.ward() + "/board").then().statusCode(404);
        colleague.asks().get("/v1/episodes").then().body("items", hasSize(0));
        colleague
                .sends(FeverReading.reading(patient.patientId(), Duration.ofMinutes(1)))
                .post("/v1/observations")
                .then()
                .statusCode(202);
    }

    @Test
    void everyoneOnThePatientsWardIsTold() {
        var patient = AdmittedPatient.daysAgo(3);
        var colleague = Colleague.nurseOf("elsewhere");
        var ward = Colleague.nurseOf(patient.ward());

        try (var stream = AlertListener.to(ward.token(), "", Map.of())) {
            open(colleague, patient, REASON);

            await().untilAsserted(() -> assertThat(stream.events())
                    .anySatisfy(
                            event -> assertThat(event.data()).contains("break-glass", colleague.username(), REASON)));
        }
        ward.asks()
                .queryParam("patientId", patient.patientId())
                .get("/v1/alerts")
                .then()
                .body("items.type", hasItem("break-glass"))
                .body("items.find { it.type == 'break-glass' }.detail", containsString(REASON));
    }

    @Test
    void theAuditTrailKeepsTheReason() {
        var patient = AdmittedPatient.daysAgo(3);
        var colleague = Colleague.nurseOf("elsewhere");

        open(colleague, patient, REASON);

        As.role(Role.ADMIN)
                .queryParam("actor", colleague.username())
                .get("/v1/audit")
                .then()
                .body("items[0].reason", equalTo(REASON))
                .body("items[0].patientId", equalTo(patient.patientId()))
                .body("items", hasSize(1));
    }

    @Test
    void afterAnHourItIsClosedAgain() throws SQLException {
        var patient = AdmittedPatient.daysAgo(3);
        var colleague = Colleague.nurseOf("elsewhere");
        open(colleague, patient, REASON);

        try (var connection = database.getConnection();
                var later = connection.prepareStatement(
                        "update emergency_access set until = until - interval '1 hour' where username = ?")) {
            later.setString(1, colleague.username());
            assertThat(later.executeUpdate()).isEqualTo(1);
        }

        colleague
                .asks()
                .get("/v1/patients/" + patient.patientId() + "/grade")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \"  \"}", "{\"reason\": 1}", "{\"reason\": null}"})
    void withoutAReasonItStaysClosed(String body) {
        var patient = AdmittedPatient.daysAgo(3);
        var colleague = Colleague.nurseOf("elsewhere");

        colleague
                .sends(body)
                .post("/v1/patients/" + patient.patientId() + "/break-glass")
                .then()
                .statusCode(400);
        colleague
                .asks()
                .get("/v1/patients/" + patient.patientId() + "/grade")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyBreaksInWhereNothingKeepsThemOut() {
        var patient = AdmittedPatient.daysAgo(3);

        open(Colleague.nurseOf(patient.ward()), patient, REASON).then().statusCode(409);
        Colleague.nurseOf("elsewhere")
                .sends(Map.of("reason", REASON))
                .post("/v1/patients/none-" + UUID.randomUUID() + "/break-glass")
                .then()
                .statusCode(404);
    }

    private static Response open(Colleague colleague, AdmittedPatient patient, String reason) {
        return colleague.sends(Map.of("reason", reason)).post("/v1/patients/" + patient.patientId() + "/break-glass");
    }
}
