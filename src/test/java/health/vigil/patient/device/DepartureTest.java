package health.vigil.patient.device;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// A binding ends with the patient's stay.
@ServiceTest
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

    /// The monitor at the bed keeps sending. Its readings belong to nobody until the next patient is bound.
    @Test
    void dischargeEndsTheBindingsAtThatInstant() {
        monitor.bind(patient, minutesAgo(600)).statusCode(200);
        var before = monitor.post(minutesAgo(30), Map.of("heartRate", 80));
        Device.awaitOwner(before, patient);

        discharge(minutesAgo(20));

        monitor.binding().statusCode(404);
        Device.awaitUnbound(monitor.post(minutesAgo(5), Device.SEVERE));
        Device.awaitOwner(monitor.post(minutesAgo(25), Map.of("heartRate", 81)), patient);
        assertThat(Device.crs(patient)).isNull();
        var next = AdmittedPatient.into(patient.ward());
        monitor.bind(next, minutesAgo(2)).statusCode(200);
        Device.awaitOwner(monitor.post(minutesAgo(1), Device.SEVERE), next);
        await().untilAsserted(() -> assertThat(Device.crs(next)).isEqualTo(2));
    }

    /// The past can be corrected, and the next patient of the bed keeps the monitor.
    @Test
    void aDeviceIsBoundToWhoeverHasLeftUntilTheyLeftOnly() {
        var next = AdmittedPatient.into(patient.ward());
        monitor.bind(next, minutesAgo(90)).statusCode(200);
        var early = monitor.post(minutesAgo(80), Map.of("heartRate", 80));
        var his = monitor.post(minutesAgo(40), Map.of("heartRate", 81));
        var late = monitor.post(minutesAgo(10), Map.of("heartRate", 82));
        discharge(minutesAgo(20));

        monitor.bind(patient, minutesAgo(1)).statusCode(409);
        monitor.bind(patient, minutesAgo(60)).statusCode(200).body("until", not(nullValue()));
        monitor.bind(patient, minutesAgo(60)).statusCode(200);

        Device.awaitOwner(his, patient);
        Device.awaitOwner(early, next);
        Device.awaitOwner(late, next);
        monitor.binding().statusCode(200).body("patientId", equalTo(next.patientId()));
        Device.awaitOwner(monitor.post(minutesAgo(2), Map.of("heartRate", 83)), next);
    }

    @Test
    void norToSomebodyWhoHasDied() {
        monitor.bind(patient, minutesAgo(600)).statusCode(200);
        var death = "o-" + UUID.randomUUID();
        As.role(Role.PHYSICIAN)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        death,
                        "patientId",
                        patient.patientId(),
                        "kind",
                        "death",
                        "cause",
                        "other",
                        "effectiveAt",
                        minutesAgo(20).toString()))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        Device.awaitOwner(death, patient);

        monitor.bind(patient, minutesAgo(1)).statusCode(409);
        monitor.bind(patient, minutesAgo(30)).statusCode(200).body("until", not(nullValue()));
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
        Device.awaitUnbound(monitor.post(minutesAgo(5), Device.SEVERE));
        Device.awaitOwner(monitor.post(minutesAgo(15), Map.of("heartRate", 80)), patient);
    }
}
