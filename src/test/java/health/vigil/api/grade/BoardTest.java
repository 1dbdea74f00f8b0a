package health.vigil.api.grade;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.Database;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// A row of the board is about one stay, and shows its newest values.
@ServiceTest
class BoardTest {
    @Inject
    MonitorWrites writes;

    @Inject
    Database database;

    private static ValidatableResponse board(Colleague by, String ward) {
        return by.asks().get("/v1/wards/{ward}/board", ward).then().statusCode(200);
    }

    private static Observation reading(AdmittedPatient patient, Instant at, VitalSign sign, double value) {
        return MonitorWrites.observation(
                patient, at, new VitalSigns(Map.of(sign, BigDecimal.valueOf(value)), Optional.empty()));
    }

    private static String enters(String patient, String kind, Map<String, ?> fields) {
        var id = "o-" + UUID.randomUUID();
        var body = new HashMap<String, Object>(fields);
        body.putAll(Map.of(
                "id",
                id,
                "patientId",
                patient,
                "kind",
                kind,
                "effectiveAt",
                Instant.now().minus(Duration.ofHours(60)).toString()));
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(body)
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/observations/" + id).then().statusCode(200));
        return id;
    }

    @Test
    void nothingOfTheStayInAnotherWardIsShown() {
        var then = "then-" + UUID.randomUUID();
        var now = "now-" + UUID.randomUUID();
        var patient = "p-" + UUID.randomUUID();
        var former = AdmittedPatient.admit(
                AdmittedPatient.form(patient, then, Instant.now().minus(Duration.ofDays(3))));
        enters(patient, "vital-signs", Map.of("temperature", 39.1, "systolic", 120));
        enters(patient, "oxygen-therapy", Map.of("device", "nasal-cannula", "flow", 3));
        Colleague.nurseOf("elsewhere")
                .sends(Map.of("reason", "called to the bed"))
                .post("/v1/patients/" + patient + "/break-glass")
                .then()
                .statusCode(201);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", Instant.now().minus(Duration.ofMinutes(1)).toString()))
                .post("/v1/episodes/" + former.episodeId() + "/discharge")
                .then()
                .statusCode(200);
        var nurse = Colleague.nurseOf(now);
        nurse.sends(AdmittedPatient.form(patient, now, Instant.now()))
                .post("/v1/episodes")
                .then()
                .statusCode(201);

        for (var reader : List.of(
                nurse,
                Colleague.of(Role.DASHBOARD, Map.of("wards", List.of(now))),
                Colleague.of(Role.NURSE, Map.of()))) {
            board(reader, now)
                    .body("items[0].patientId", equalTo(patient))
                    .body("items[0].lastValues", anEmptyMap())
                    .body("items[0].oxygen", nullValue())
                    .body("items[0].crs.previous", nullValue())
                    .body("items[0].lastObservationAt", nullValue())
                    .body("items[0].openAlerts.type", not(hasItem("break-glass")));
        }
        nurse.asks()
                .get("/v1/patients/" + patient + "/grade")
                .then()
                .statusCode(200)
                .body("lastObservationAt", nullValue());
    }

    @Test
    void anAlertOfTheRowsWardIsShown() {
        var patient = AdmittedPatient.daysAgo(3);
        var alert = writes.raise(patient);

        board(Colleague.nurseOf(patient.ward()), patient.ward())
                .body("items[0].openAlerts.id", hasItem(alert.toString()));
    }

    /// Hourly manual measurements stay visible beside a monitor that sends every second.
    @Test
    void theLastValueIsFoundHoweverOftenAnotherSignIsRead() {
        var patient = AdmittedPatient.daysAgo(3);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var measured = now.minus(Duration.ofMinutes(40));
        writes.insert(Stream.concat(
                        Stream.of(reading(patient, measured, VitalSign.TEMPERATURE, 39.1)),
                        IntStream.range(1, 2400)
                                .mapToObj(second ->
                                        reading(patient, measured.plusSeconds(second), VitalSign.HEART_RATE, 90)))
                .toList());

        board(Colleague.nurseOf(patient.ward()), patient.ward())
                .body("items[0].lastValues.temperature.value", equalTo(39.1f))
                .body("items[0].lastValues.temperature.at", equalTo(measured.toString()))
                .body(
                        "items[0].lastValues.heartRate.at",
                        equalTo(now.minusSeconds(1).toString()));
    }

    @Test
    void theLastValueIsFoundInAnHourThatIsSummedUp() {
        var patient = AdmittedPatient.daysAgo(3);
        var measured = Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
        writes.insert(List.of(
                reading(patient, measured, VitalSign.TEMPERATURE, 38.2),
                reading(patient, measured.minusSeconds(1), VitalSign.TEMPERATURE, 37.1),
                reading(patient, measured.plus(Duration.ofHours(2)), VitalSign.SPO2, 95)));

        await().untilAsserted(() ->
                assertThat(StaleVitalHours.count(database, patient)).isZero());

        board(Colleague.nurseOf(patient.ward()), patient.ward())
                .body("items[0].lastValues.temperature.value", equalTo(38.2f))
                .body("items[0].lastValues.spo2.value", equalTo(95.0f))
                .body("items[0].lastValues.systolic", nullValue())
                .body("items[0].sharesBedWith", empty());
    }
}
