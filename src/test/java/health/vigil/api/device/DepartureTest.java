package health.vigil.api.device;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

/// A binding does not outlive the patient's stay.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class DepartureTest {
    private final Device monitor = Device.fresh();
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(3);
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(minutes, ChronoUnit.MINUTES);
    }

    private void discharge(Instant at) {
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("at", at.toString()))
                .post("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200);
    }

    /// The monitor of the bed speaks on: it is the next patient's who has it bound, and nobody's before.
    @Test
    void dischargeEndsTheBindingsAtThatInstant() {
        monitor.bind(patient, minutesAgo(600)).statusCode(200);
        var before = monitor.says(minutesAgo(30), Map.of("heartRate", 80));
        Device.awaitOwner(before, patient);

        discharge(minutesAgo(20));

        monitor.binding().statusCode(404);
        Device.awaitUnbound(monitor.says(minutesAgo(5), Device.SEVERE));
        Device.awaitOwner(monitor.says(minutesAgo(25), Map.of("heartRate", 81)), patient);
        assertThat(Device.crs(patient)).isNull();
        var next = AdmittedPatient.into(patient.ward());
        monitor.bind(next, minutesAgo(2)).statusCode(200);
        Device.awaitOwner(monitor.says(minutesAgo(1), Device.SEVERE), next);
        await().untilAsserted(() -> assertThat(Device.crs(next)).isEqualTo(2));
    }

    @Test
    void aDischargeThatIsUndoneNamesTheDevicesToBindAgain() {
        monitor.bind(patient, minutesAgo(600)).statusCode(200);
        discharge(minutesAgo(1));

        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("reason", "of another patient"))
                .delete("/v1/episodes/{id}/discharge", patient.episodeId())
                .then()
                .statusCode(200)
                .body("warnings", hasItem(containsString(monitor.id())));

        monitor.binding().statusCode(404);
    }

    @Test
    void aMoveNamesTheDevicesThatAreStillBound() {
        monitor.bind(patient, minutesAgo(600)).statusCode(200);

        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("bed", "13"))
                .patch("/v1/episodes/{id}", patient.episodeId())
                .then()
                .statusCode(200)
                .body("warnings", hasItem(containsString(monitor.id())));

        monitor.binding().statusCode(200);
    }

    @Test
    void deathEndsTheBindingsAtThatInstant() {
        monitor.bind(patient, minutesAgo(600)).statusCode(200);
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        "d-" + UUID.randomUUID(),
                        "patientId",
                        patient.patientId(),
                        "effectiveAt",
                        minutesAgo(10).toString(),
                        "kind",
                        "death",
                        "cause",
                        "other"))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> monitor.binding().statusCode(404));
        Device.awaitUnbound(monitor.says(minutesAgo(5), Device.SEVERE));
        Device.awaitOwner(monitor.says(minutesAgo(15), Map.of("heartRate", 80)), patient);
    }
}
