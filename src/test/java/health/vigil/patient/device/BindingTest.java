package health.vigil.patient.device;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.store.Database;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@ServiceTest
class BindingTest {
    @Inject
    Database database;

    private final String device = "monitor/" + UUID.randomUUID();

    private ValidatableResponse bind(AdmittedPatient patient, String from) {
        return As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("patientId", patient.patientId(), "from", from))
                .put("/v1/devices/{id}/binding", device)
                .then();
    }

    @Test
    void aDeviceIsBoundAndMovesOn() {
        var first = AdmittedPatient.daysAgo(1);
        var second = AdmittedPatient.daysAgo(1);
        bind(first, "2026-03-01T10:00:00Z").statusCode(200).body("patientId", equalTo(first.patientId()));

        bind(second, "2026-03-01T12:00:00Z").statusCode(200);

        As.role(Role.NURSE)
                .get("/v1/devices/{id}/binding", device)
                .then()
                .body("patientId", equalTo(second.patientId()))
                .body("from", equalTo("2026-03-01T12:00:00Z"));
        As.role(Role.ADMIN)
                .get("/v1/devices?patientId={id}", second.patientId())
                .then()
                .body("items.deviceId", hasItem(device));
    }

    @Test
    void askingAgainChangesNothing() {
        var patient = AdmittedPatient.daysAgo(1);
        bind(patient, "2026-03-01T10:00:00Z").statusCode(200);

        bind(patient, "2026-03-01T10:00:00Z").statusCode(200);
    }

    @Test
    void whoBindsLastSaysWhoseTheDeviceWasSinceThen() {
        var first = AdmittedPatient.daysAgo(1);
        var second = AdmittedPatient.daysAgo(1);
        bind(first, "2026-03-01T10:00:00Z").statusCode(200);

        bind(second, "2026-03-01T10:00:00Z").statusCode(200);
        bind(first, "2026-03-01T09:00:00Z").statusCode(200);

        As.role(Role.NURSE)
                .get("/v1/devices/{id}/binding", device)
                .then()
                .body("patientId", equalTo(first.patientId()))
                .body("from", equalTo("2026-03-01T09:00:00Z"));
    }

    @Test
    void anUnboundDeviceSpeaksForNobody() {
        bind(AdmittedPatient.daysAgo(1), "2026-03-01T10:00:00Z").statusCode(200);

        As.role(Role.NURSE).delete("/v1/devices/{id}/binding", device).then().statusCode(204);

        As.role(Role.NURSE).get("/v1/devices/{id}/binding", device).then().statusCode(404);
        As.role(Role.NURSE).delete("/v1/devices/{id}/binding", device).then().statusCode(404);
        bind(AdmittedPatient.daysAgo(1), "2026-03-01T11:00:00Z").statusCode(200);
    }

    @Test
    void nobodyIsBoundToWhoIsNotHere() {
        bind(new AdmittedPatient("nobody", "", "", Instant.EPOCH), "2026-03-01T10:00:00Z")
                .statusCode(404);
    }

    @Test
    void noBindingBeginsOrEndsInTheFuture() {
        var patient = AdmittedPatient.daysAgo(1);
        var monitor = Device.fresh();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        monitor.bind(patient, tomorrow).statusCode(400).body("violations.field", hasItem("from"));
        monitor.bind(patient, Instant.now()).statusCode(200);

        monitor.unbind(tomorrow).statusCode(400).body("violations.field", hasItem("at"));

        monitor.binding().statusCode(200).body("until", nullValue());
    }

    /// Pods of the previous version may still write such rows.
    @Test
    void anIntervalOfTheFutureIsSeenAndCanBeEnded() {
        var first = AdmittedPatient.daysAgo(1);
        var second = AdmittedPatient.daysAgo(1);
        var monitor = Device.fresh();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        insertBinding(monitor, first, Optional.of(tomorrow), Instant.now().minusSeconds(60));
        insertBinding(monitor, second, Optional.empty(), tomorrow);

        monitor.binding().statusCode(200).body("patientId", equalTo(first.patientId()));
        assertListed(As.role(Role.NURSE), first, monitor);
        assertListed(As.role(Role.NURSE), second, monitor);

        monitor.unbind().statusCode(204);
        monitor.binding().statusCode(404);
        Device.awaitUnbound(monitor.post(Instant.now(), Device.SEVERE));
    }

    private void insertBinding(Device monitor, AdmittedPatient patient, Optional<Instant> until, Instant from) {
        database.execute(sql -> sql.update(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by)"
                        + " values (?, ?, ?, tstzrange(?, ?), 'nurse')",
                UUID.randomUUID(),
                monitor.id(),
                patient.patientId(),
                from,
                until));
    }

    private static void assertListed(RequestSpecification asks, AdmittedPatient patient, Device monitor) {
        asks.get("/v1/devices?patientId={id}", patient.patientId())
                .then()
                .statusCode(200)
                .body("items.deviceId", hasItem(monitor.id()));
    }

    @Test
    void aNurseListsTheDevicesOfPatientsOfHerWardOnly() {
        var patient = AdmittedPatient.daysAgo(1);
        var monitor = Device.fresh();
        monitor.bind(patient, Instant.now()).statusCode(200);

        assertListed(Colleague.nurseOf(patient.ward()).asks(), patient, monitor);
        Colleague.nurseOf("elsewhere")
                .asks()
                .get("/v1/devices?patientId={id}", patient.patientId())
                .then()
                .statusCode(200)
                .body("items", empty());
        Colleague.nurseOf("elsewhere")
                .asks()
                .get("/v1/devices")
                .then()
                .statusCode(200)
                .body("items.deviceId", not(hasItem(monitor.id())));
    }

    @Test
    void whatItSaidOfAnotherWardsPatientStaysThere() {
        var theirs = AdmittedPatient.daysAgo(30);
        var mine = AdmittedPatient.daysAgo(30);
        var monitor = Device.fresh();
        var nurse = Colleague.nurseOf(mine.ward());
        monitor.bind(theirs, Instant.now().minus(Duration.ofDays(29))).statusCode(200);
        var reading = monitor.post(Instant.now().minus(Duration.ofHours(1)), Device.SEVERE);
        Device.awaitOwner(reading, theirs);
        var past = Instant.now().minus(Duration.ofHours(2));

        monitor.bind(nurse.asks(), mine, past).statusCode(403).body("detail", containsString("both wards"));
        nurse.asks()
                .delete("/v1/devices/{id}/binding?at={at}", monitor.id(), past.toString())
                .then()
                .statusCode(403);
        monitor.binding().statusCode(200).body("patientId", equalTo(theirs.patientId()));
        Device.awaitOwner(reading, theirs);

        monitor.bind(nurse.asks(), mine, Instant.now().minusSeconds(60)).statusCode(200);
        monitor.bind(nurse.asks(), mine, past).statusCode(403);
        var both = Colleague.of(Role.NURSE, Map.of("wards", List.of(mine.ward(), theirs.ward())));
        monitor.bind(both.asks(), mine, past).statusCode(200);
        Device.awaitOwner(reading, mine);
    }

    @Test
    void emergencyAccessBindsNothing() {
        var patient = AdmittedPatient.daysAgo(1);
        var stranger = Colleague.nurseOf("elsewhere");
        stranger.sends(Map.of("reason", "resuscitation"))
                .post("/v1/patients/" + patient.patientId() + "/break-glass")
                .then()
                .statusCode(201);

        Device.fresh().bind(stranger.asks(), patient, Instant.now()).statusCode(403);
    }

    @Test
    void theAuditTrailNamesWhoHadItAndWhoHasIt() {
        var theirs = AdmittedPatient.daysAgo(1);
        var mine = AdmittedPatient.daysAgo(1);
        var monitor = Device.fresh();
        monitor.bind(theirs, Instant.now().minusSeconds(600)).statusCode(200);
        var nurse = Colleague.nurseOf(mine.ward());

        monitor.bind(nurse.asks(), mine, Instant.now()).statusCode(200);

        for (var patient : List.of(theirs, mine)) {
            As.role(Role.ADMIN)
                    .get("/v1/audit?patientId={id}&actor={nurse}", patient.patientId(), nurse.username())
                    .then()
                    .statusCode(200)
                    .body(
                            "items.action",
                            hasItem("PUT /v1/devices/" + monitor.id().replace("/", "%2F") + "/binding"));
        }
    }

    @Test
    void aMonitorOfAnotherWardIsTakenOverAndThatWardIsTold() {
        var theirs = AdmittedPatient.daysAgo(1);
        var mine = AdmittedPatient.daysAgo(1);
        var monitor = Device.fresh();
        var nurse = Colleague.nurseOf(mine.ward());
        monitor.bind(theirs, Instant.now().minusSeconds(600)).statusCode(200);

        nurse.asks()
                .get("/v1/devices/{id}/binding", monitor.id())
                .then()
                .statusCode(200)
                .body("patientId", nullValue())
                .body("boundBy", nullValue());
        monitor.bind(nurse.asks(), mine, Instant.now()).statusCode(200).body("patientId", equalTo(mine.patientId()));

        Device.alerts(theirs)
                .body("items.find { it.type == 'device-binding' }.ward", equalTo(theirs.ward()))
                .body("items.find { it.type == 'device-binding' }.state", equalTo("open"))
                .body("items.find { it.type == 'device-binding' }.detail", containsString(nurse.username()))
                .body("items.find { it.type == 'device-binding' }.detail", not(containsString(mine.patientId())));
        Device.alerts(mine).body("items.type", not(hasItem("device-binding")));
    }

    @Test
    void devicesDoNotBindThemselves() {
        for (var role : List.of(Role.DEVICE, Role.DASHBOARD, Role.INTEGRATION)) {
            As.role(role).delete("/v1/devices/{id}/binding", device).then().statusCode(403);
        }
    }
}
