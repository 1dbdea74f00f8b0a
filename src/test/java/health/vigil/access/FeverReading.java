package health.vigil.access;

import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// A reading that raises an alert.
public final class FeverReading {
    private FeverReading() {}

    /// Posts a temperature that starts a course of CRS; returns the ids of the alerts it raised.
    public static List<String> of(AdmittedPatient patient) {
        return of(patient, Duration.ofMinutes(20));
    }

    static List<String> of(AdmittedPatient patient, Duration ago) {
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(reading(patient.patientId(), ago))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> assertThat(alerts(patient)).isNotEmpty());
        return alerts(patient);
    }

    public static Map<String, Object> reading(String patientId, Duration ago) {
        return Map.of(
                "id",
                "f-" + UUID.randomUUID(),
                "patientId",
                patientId,
                "effectiveAt",
                Instant.now().minus(ago).toString(),
                "kind",
                "vital-signs",
                "temperature",
                39.4);
    }

    private static List<String> alerts(AdmittedPatient patient) {
        return As.role(Role.NURSE)
                .queryParam("patientId", patient.patientId())
                .get("/v1/alerts")
                .path("items.findAll { it.type != 'check-overdue' }.id");
    }
}
