package health.vigil.patient.device;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/// A device whose readings arrive but are not used must not look healthy.
@ServiceTest
class UnusedTest {
    private static final Map<String, Object> WELL = Map.of("temperature", 36.8, "systolic", 122);

    private final Device monitor = Device.fresh();
    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(3);
        monitor.bind(patient, Instant.now().minus(12, ChronoUnit.HOURS)).statusCode(200);
        Device.awaitOwner(monitor.post(Instant.now(), WELL), patient);
    }

    private void alerts(String state, int times) {
        await().untilAsserted(() -> alerts().body(
                        "items.findAll { it.type == 'device-unused' && it.state == '" + state + "' }", hasSize(times)));
    }

    private ValidatableResponse alerts() {
        return As.role(Role.NURSE)
                .get("/v1/alerts?ward={ward}", patient.ward())
                .then()
                .statusCode(200);
    }

    private void board(String field, Matcher<?> value) {
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board", patient.ward())
                .then()
                .statusCode(200)
                .body("items.devices.flatten().find { it.deviceId == '" + monitor.id() + "' }." + field, value));
    }

    @Test
    void aDeviceThatSpeaksForNobodyIsOneAlertOfTheWardThatHadIt() {
        board("used", equalTo(true));
        monitor.unbind().statusCode(204);

        for (int i = 0; i < 3; i++) {
            Device.awaitUnbound(monitor.post(Instant.now(), Device.SEVERE));
        }

        alerts("open", 1);
        alerts().body("items.find { it.type == 'device-unused' }.priority", equalTo("medium"))
                .body("items.find { it.type == 'device-unused' }.patientId", nullValue())
                .body("items.find { it.type == 'device-unused' }.detail", containsString("not bound to a patient"))
                .body("items.find { it.type == 'device-unused' }.title", containsString(monitor.id()));

        monitor.bind(patient, Instant.now()).statusCode(200);
        Device.awaitOwner(monitor.post(Instant.now(), WELL), patient);
        alerts("resolved", 1);
        alerts("open", 0);
    }

    /// Field case 13: after a restart the ids start again.
    @Test
    void aDeviceWhoseIdsBeginAnewIsShownAndToldOnce() {
        var run = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            monitor.post(run + i, Instant.now().minusSeconds(60), WELL);
        }
        Device.awaitOwner(run + 4, patient);

        for (int i = 0; i < 5; i++) {
            monitor.post(run + i, Instant.now(), Device.SEVERE);
        }

        board("used", equalTo(false));
        board("reason", equalTo("id-conflict"));
        board("unusedSince", notNullValue());
        Device.alerts(patient)
                .body("items.findAll { it.type == 'quarantine' }", hasSize(1))
                .body("items.findAll { it.type == 'device-unused' }", empty());

        monitor.post(Instant.now(), WELL);
        board("used", equalTo(true));
        board("unusedSince", nullValue());
    }

    @Test
    void aClockThatIsAheadIsOneAlertUntilItIsSet() {
        post(10, Duration.ofMinutes(3));

        alerts("open", 1);
        alerts().body("items.find { it.type == 'device-unused' }.patientId", equalTo(patient.patientId()))
                .body("items.find { it.type == 'device-unused' }.detail", containsString("3 min ahead"));
        board("reason", equalTo("clock-ahead"));

        post(1, Duration.ZERO);
        alerts("open", 0);
        board("used", equalTo(true));
    }

    /// Field case 17: local time sent as UTC.
    @Test
    void aClockThatIsLateIsOneAlertUntilItIsSet() {
        post(10, Duration.ofHours(-5));

        alerts("open", 1);
        alerts().body("items.find { it.type == 'device-unused' }.detail", containsString("5 h too early"));
        board("reason", equalTo("clock-late"));

        post(1, Duration.ZERO);
        alerts("open", 0);
        board("used", equalTo(true));
    }

    private void post(int times, Duration ahead) {
        for (int i = 0; i < times; i++) {
            Device.awaitOwner(monitor.post(Instant.now().plus(ahead), WELL), patient);
        }
    }
}
