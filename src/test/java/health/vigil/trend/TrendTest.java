package health.vigil.trend;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.observation.Analyte;
import health.vigil.observation.CareSetting;
import health.vigil.observation.Content;
import health.vigil.observation.Ice;
import health.vigil.observation.LabResult;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@ServiceTest
class TrendTest {
    @Inject
    MonitorWrites writes;

    private static Content temperature(double value) {
        return new VitalSigns(Map.of(VitalSign.TEMPERATURE, BigDecimal.valueOf(value)), Optional.empty());
    }

    private static JsonPath trends(AdmittedPatient patient, String query) {
        return As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/trends" + query)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.patientId()))
                .extract()
                .jsonPath();
    }

    private static List<Double> values(JsonPath trends, String parameter) {
        return trends.getList("items.find { it.parameter == '%s' }.points.value".formatted(parameter), Double.class);
    }

    @Test
    void aShortSeriesIsToldWhole() {
        var patient = AdmittedPatient.daysAgo(1);
        writes.insert(List.of(
                MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60), temperature(37.1)),
                MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(120), temperature(50)),
                MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(180), temperature(38.2))));

        var trends = trends(patient, "");

        assertThat(values(trends, "temperature")).containsExactly(37.1, 50.0, 38.2);
        assertThat(trends.getList("items[0].points.implausible")).containsExactly(null, true, null);
        assertThat(trends.getString("items[0].unit")).isEqualTo("Cel");
        assertThat(Instant.parse(trends.getString("items[0].points[0].at")))
                .isEqualTo(patient.infusedAt().plusSeconds(60));
    }

    private static Content atHome(double value) {
        return new VitalSigns(
                Map.of(VitalSign.TEMPERATURE, BigDecimal.valueOf(value)),
                Optional.empty(),
                Optional.of(CareSetting.HOME),
                Optional.empty());
    }

    @Test
    void aReadingAtHomeIsMarked() {
        var patient = AdmittedPatient.daysAgo(1);
        writes.insert(List.of(
                MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60), temperature(37.1)),
                MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(120), atHome(38.4)),
                MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(180), atHome(50))));

        var points = trends(patient, "");

        assertThat(points.getList("items[0].points.setting")).containsExactly(null, "home", "home");
        assertThat(points.getList("items[0].points.implausible")).containsExactly(null, null, true);
    }

    /// The hours of a long range keep the mark, too.
    @Test
    void aReadingAtHomeIsMarkedInALongSeries() {
        var patient = AdmittedPatient.daysAgo(2);
        var readings = new ArrayList<Observation>();
        for (int second = 0; second < 6000; second++) {
            readings.add(MonitorWrites.observation(
                    patient, patient.infusedAt().plusSeconds(second), temperature(37 + second % 10 / 10.0)));
        }
        readings.add(MonitorWrites.observation(patient, patient.infusedAt().plusMillis(3_000_500), atHome(40.9)));
        writes.insert(readings);

        var trends = trends(patient, "?points=50");

        assertThat(trends.getList(
                        "items.find { it.parameter == 'temperature' }.points.findAll { it.setting == 'home' }.value",
                        Double.class))
                .containsExactly(40.9);
    }

    /// Long ranges are summarised by the hour.
    @Test
    void aLongSeriesKeepsItsExtremes() {
        var patient = AdmittedPatient.daysAgo(2);
        var readings = new ArrayList<Observation>();
        for (int second = 0; second < 6000; second++) {
            readings.add(MonitorWrites.observation(
                    patient, patient.infusedAt().plusSeconds(second), temperature(37 + second % 10 / 10.0)));
        }
        readings.add(MonitorWrites.observation(patient, patient.infusedAt().plusMillis(3_000_500), temperature(40.9)));
        readings.add(MonitorWrites.observation(patient, patient.infusedAt().plusMillis(5_000_500), temperature(35.2)));
        writes.insert(readings);

        var values = values(trends(patient, "?points=50"), "temperature");

        assertThat(values).hasSizeLessThanOrEqualTo(50).contains(40.9, 35.2);
    }

    @Test
    void whatComesLateOrIsRetractedIsToldAnew() {
        var patient = AdmittedPatient.daysAgo(2);
        var readings = new ArrayList<Observation>();
        for (int second = 0; second < 6000; second++) {
            readings.add(MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(second), temperature(37)));
        }
        writes.insert(readings);
        trends(patient, "?points=50");
        var late = MonitorWrites.observation(patient, patient.infusedAt().plusMillis(100_500), temperature(41));
        writes.insert(List.of(late));

        assertThat(values(trends(patient, "?points=50"), "temperature")).contains(41.0);

        writes.retract(late.id());
        assertThat(values(trends(patient, "?points=50"), "temperature")).doesNotContain(41.0);
    }

    @Test
    void laboratoryAndScoresHaveSeriesOfTheirOwn() {
        var patient = AdmittedPatient.daysAgo(1);
        var at = patient.infusedAt().plusSeconds(60);
        var lab = new LabResult(
                Analyte.IL_6,
                new BigDecimal("1234.5"),
                "pg/mL",
                Optional.empty(),
                Optional.of(new BigDecimal("7")),
                Optional.empty());
        var check = new NeuroCheck(
                Optional.of(Ice.ofTotal(8)),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        writes.insert(
                List.of(MonitorWrites.observation(patient, at, lab), MonitorWrites.observation(patient, at, check)));

        var trends = trends(patient, "");

        assertThat(values(trends, "il-6")).containsExactly(1234.5);
        assertThat(values(trends, "ice")).containsExactly(8.0);
        assertThat(trends.getInt("items.find { it.parameter == 'il-6' }.points[0].referenceHigh"))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points=1",
                "points=0",
                "points=many",
                "from=today",
                "from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z"
            })
    void whatCannotBeDrawnIsRefused(String query) {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .get("/v1/patients/%s/trends?%s".formatted(patient.patientId(), query))
                .then()
                .statusCode(400);
    }
}
