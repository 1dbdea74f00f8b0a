package health.vigil.path;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

/// The metrics for operators, after one patient's path from a reading to a nurse's acknowledgement.
@ServiceTest
class MetricsTest {
    @Inject
    MeterRegistry registry;

    @Test
    void theWayFromAReadingToAnAnswerIsTimed() {
        var bedside = new Bedside(AdmittedPatient.daysAgo(3));
        var grades = count(registry.get("vigil.ingest.to.grade").timer());
        var alerts = count(registry.get("vigil.ingest.to.alert").timer());
        var answers = answers();

        bedside.postAndAwait(Role.DEVICE, Instant.now(), "vital-signs", Map.of("temperature", 38.6, "systolic", 80));
        answer(bedside);

        await().untilAsserted(() -> {
            assertThat(count(registry.get("vigil.ingest.to.grade").timer())).isGreaterThan(grades);
            assertThat(count(registry.get("vigil.ingest.to.alert").timer())).isGreaterThan(alerts);
            assertThat(answers()).isGreaterThan(answers);
        });
        assertThat(registry.get("vigil.monitor.feed.age.seconds").gauge().value())
                .isLessThan(60);
    }

    @Test
    void whatWaitsInQuarantineIsCounted() {
        var patient = new Bedside(new AdmittedPatient("p-nobody-knows", "", "", Instant.EPOCH));

        patient.post(Role.DEVICE, Instant.now(), "vital-signs", Map.of("temperature", 38.6));

        await().untilAsserted(() -> assertThat(
                        registry.get("vigil.monitor.quarantine.open").gauge().value())
                .isPositive());
    }

    private static void answer(Bedside bedside) {
        var alert = As.role(Role.NURSE)
                .queryParam("patientId", bedside.patient().patientId())
                .get("/v1/alerts")
                .jsonPath()
                .getString("items[0].id");
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of())
                .post("/v1/alerts/{id}/acknowledgement", Objects.requireNonNull(alert))
                .then()
                .statusCode(200);
    }

    private long answers() {
        return registry.find("vigil.alert.raise.to.acknowledge").timers().stream()
                .mapToLong(MetricsTest::count)
                .sum();
    }

    private static long count(Timer timer) {
        return timer.count();
    }
}
