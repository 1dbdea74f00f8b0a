package health.vigil.api.alert;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.store.Database;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@ServiceTest
class AcknowledgementTest {
    @Inject
    MonitorWrites writes;

    @Inject
    Database database;

    private static ValidatableResponse acknowledge(Object alert, String body) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(body)
                .post("/v1/alerts/{id}/acknowledgement", alert)
                .then();
    }

    private static ValidatableResponse takeBack(Object alert) {
        return As.role(Role.PHYSICIAN)
                .delete("/v1/alerts/{id}/acknowledgement", alert)
                .then();
    }

    @Test
    void whoAnswersIsNamed() {
        var alert = writes.raise(AdmittedPatient.justNow());

        acknowledge(alert, "{\"note\": \"On my way\"}")
                .statusCode(200)
                .body("id", equalTo(alert.toString()))
                .body("state", equalTo("acknowledged"))
                .body("acknowledgedBy", notNullValue())
                .body("acknowledgedAt", notNullValue())
                .body("note", equalTo("On my way"));
    }

    /// The response to the request is equal to the event on the stream.
    @Test
    void theAnswerHoldsAllThatTheLogHolds() {
        var alert = writes.raise(AdmittedPatient.justNow());
        var answer = acknowledge(alert, "{\"note\": \"On my way\"}").extract().jsonPath();
        var log = database.read(sql -> sql.first(
                        "select alert::text as alert from alert_event where alert_id = ? order by sequence desc limit"
                                + " 1",
                        row -> row.text("alert"),
                        alert))
                .orElseThrow();

        assertThat(answer.getMap("")).isEqualTo(JsonPath.from(log).getMap(""));
    }

    @Test
    void whatNobodyHasAnsweredEscalatesWhenAsked() {
        var alert = writes.raise(AdmittedPatient.daysAgo(1));

        escalate(alert).statusCode(202);

        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/alerts/{id}", alert).then().body("escalation.level", equalTo(1)));
        acknowledge(alert, "{}").statusCode(200);
        escalate(alert).statusCode(409);
    }

    private static ValidatableResponse escalate(Object alert) {
        return As.role(Role.NURSE).post("/v1/alerts/{id}/escalation", alert).then();
    }

    @Test
    void answeringTwiceChangesNothing() {
        var alert = writes.raise(AdmittedPatient.justNow());
        var first = acknowledge(alert, "{\"note\": \"first\"}").extract().asString();

        var second = acknowledge(alert, "{\"note\": \"second\"}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anAnswerTakenBackLeavesTheAlertOpen() {
        var alert = writes.raise(AdmittedPatient.justNow());
        acknowledge(alert, "{}").statusCode(200);

        takeBack(alert).statusCode(200).body("state", equalTo("open")).body("acknowledgedBy", nullValue());
        takeBack(alert).statusCode(200).body("state", equalTo("open"));
    }

    @Test
    void nobodyAnswersWhatIsResolved() {
        var alert = writes.raise(AdmittedPatient.justNow());
        writes.resolve(alert);

        acknowledge(alert, "{}").statusCode(409);
        takeBack(alert).statusCode(409);
    }

    @Test
    void anUnknownAlertIsNotFound() {
        acknowledge(UUID.randomUUID(), "{}").statusCode(404);
        acknowledge("none", "{}").statusCode(404);
        As.role(Role.NURSE).get("/v1/alerts/none").then().statusCode(404);
    }

    @Test
    void unknownFieldsAreRefused() {
        acknowledge(writes.raise(AdmittedPatient.justNow()), "{\"text\": \"x\"}")
                .statusCode(400)
                .body("violations.field", hasItem("text"));
    }

    @Test
    void aDashboardLooksAndDoesNotAnswer() {
        var alert = writes.raise(AdmittedPatient.justNow());

        As.role(Role.DASHBOARD).get("/v1/alerts/{id}", alert).then().statusCode(200);
        As.role(Role.DASHBOARD)
                .post("/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(403);
    }

    @Test
    void alertsAreListedByStateWardAndPatient() {
        var patient = AdmittedPatient.justNow();
        var open = writes.raise(patient);
        var answered = writes.raise(patient);
        acknowledge(answered, "{}").statusCode(200);

        As.role(Role.NURSE)
                .queryParam("ward", patient.ward())
                .queryParam("patientId", patient.patientId())
                .queryParam("state", "open")
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(open.toString()))
                .body("items[0].type", equalTo("early-sign"))
                .body("items[0].escalation.level", equalTo(0));
        As.role(Role.NURSE).get("/v1/alerts?state=shut").then().statusCode(400);
    }

    @Test
    void theBurdenIsCounted() {
        var patient = AdmittedPatient.justNow();
        writes.raise(patient);
        acknowledge(writes.raise(patient), "{}").statusCode(200);

        var statistics = As.role(Role.NURSE)
                .queryParam("ward", patient.ward())
                .get("/v1/alerts/statistics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(statistics.getInt("alerts")).isEqualTo(2);
        assertThat(statistics.getMap("byType")).isEqualTo(Map.of("early-sign", 2));
        assertThat(statistics.getDouble("notActedOnShare")).isEqualTo(0.5);
        assertThat(statistics.getDouble("secondsToAcknowledge.median")).isPositive();
    }

    @Test
    void theTableOfAlertsIsShown() {
        As.role(Role.DASHBOARD)
                .get("/v1/alerts/rules")
                .then()
                .statusCode(200)
                .body("items.find { it.rule == 'crs-grade-3' }.priority", equalTo("high"))
                .body("items.find { it.rule == 'crs-grade-3' }.escalation[0]", equalTo("PT5M"))
                .body("plan.vitalSignsInCrs", equalTo("PT2H"))
                .body("tocilizumab.inAll", equalTo(4));
    }
}
