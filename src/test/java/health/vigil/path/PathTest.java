package health.vigil.path;

import health.vigil.Eventually;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.observation.PatientId;
import health.vigil.stream.ObservationStream;
import health.vigil.stream.StreamRecord;
import health.vigil.trace.Trace;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@ServiceTest
class PathTest {

    @Inject
    ObservationStream stream;

    private Bedside bedside;
    private Instant start;

    @BeforeEach
    void admit() {
        bedside = new Bedside(AdmittedPatient.daysAgo(3));
        start = bedside.patient().infusedAt().plus(Duration.ofHours(40));
    }

    private Instant minute(int minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void everyKindIsAppliedAndReadable() {
        var lab = bedside.postAndAwait(
                Role.INTEGRATION,
                minute(0),
                "lab-result",
                Map.of("analyte", "il-6", "value", 1200, "unit", "pg/mL", "comparator", ">"));
        bedside.postAndAwait(
                Role.DEVICE, minute(1), "vital-signs", Map.of("temperature", 38.6, "systolic", 120, "spo2", 96));
        bedside.postAndAwait(
                Role.NURSE,
                minute(2),
                "oxygen-therapy",
                Map.of("device", "nasal-cannula", "flow", 2, "reason", "hypoxia"));
        bedside.postAndAwait(
                Role.NURSE, minute(3), "vasopressor", Map.of("agent", "norepinephrine", "action", "started"));
        bedside.postAndAwait(Role.NURSE, minute(4), "fluid-bolus", Map.of("volume", 500, "reason", "hypotension"));
        bedside.postAndAwait(Role.NURSE, minute(5), "medication", Map.of("drug", "tocilizumab", "dose", 560));
        bedside.postAndAwait(Role.NURSE, minute(6), "neuro-check", Map.of("ice", 8, "consciousness", "awake"));
        bedside.postAndAwait(
                Role.NURSE,
                minute(7),
                "seizure",
                Map.of("type", "clinical", "durationMinutes", 2, "resolved", true, "returnedToBaseline", true));
        bedside.postAndAwait(Role.NURSE, minute(8), "neuro-finding", Map.of("finding", "headache", "present", true));
        bedside.postAndAwait(
                Role.PHYSICIAN,
                minute(9),
                "attribution",
                Map.of(
                        "components",
                        List.of("seizure"),
                        "cause",
                        "Known epilepsy",
                        "from",
                        minute(0).toString()));
        bedside.postAndAwait(
                Role.INTEGRATION, minute(10), "retraction", Map.of("observationId", lab, "reason", "Wrong tube"));
        bedside.postAndAwait(Role.NURSE, minute(11), "transfusion", Map.of("product", "platelets", "reason", "count"));
        bedside.postAndAwait(Role.NURSE, minute(12), "culture", Map.of("specimen", "blood", "result", "taken"));
        bedside.postAndAwait(Role.NURSE, minute(13), "disease-event", Map.of("what", "progression"));
        bedside.postAndAwait(Role.NURSE, minute(14), "weight", Map.of("kg", 71.5));
        bedside.postAndAwait(
                Role.PHYSICIAN,
                minute(15),
                "syndrome-assessment",
                Map.of("syndrome", "iec-hs", "present", true, "grade", 2, "basis", "Ferritin doubles"));
        bedside.postAndAwait(
                Role.PHYSICIAN, minute(16), "grade-confirmation", Map.of("syndrome", "crs", "day", 0, "grade", 3));
        bedside.postAndAwait(
                Role.NURSE,
                minute(17),
                "home-check",
                Map.of("confusion", false, "speech", false, "writing", false, "shaking", false, "drowsiness", false));

        As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", bedside.patient().patientId())
                .then()
                .body("items.size()", equalTo(18));
        bedside.gradeAt(minute(30))
                .body("crs.grade", equalTo(3))
                .body("icans.grade", equalTo(1))
                .body("icans.flags", hasItem("attributed:seizure"));
    }

    private void lab(int minute, String analyte, double value, String unit, double limit) {
        bedside.postAndAwait(
                Role.INTEGRATION,
                minute(minute),
                "lab-result",
                Map.of("analyte", analyte, "value", value, "unit", unit, "referenceHigh", limit));
    }

    @Test
    void whatIsBesideTheGradesRaisesNoAlertAndChangesNoGrade() {
        bedside.postAndAwait(
                Role.DEVICE, minute(0), "vital-signs", Map.of("temperature", 36.8, "systolic", 120, "spo2", 97));
        lab(0, "ferritin", 4500, "ng/mL", 300);
        bedside.postAndAwait(Role.NURSE, minute(1), "medication", Map.of("drug", "anakinra", "dose", 100));
        lab(780, "ferritin", 12800, "ng/mL", 300);
        lab(780, "ast", 1200, "U/L", 40);
        lab(780, "neutrophils", 0.05, "10*9/L", 8);

        As.role(Role.NURSE)
                .queryParam("at", minute(790).toString())
                .get("/v1/patients/{id}/context", bedside.patient().patientId())
                .then()
                .statusCode(200)
                .body("items.find { it.item == 'iec-hs' }.band", equalTo("pattern"))
                .body("items.find { it.item == 'ctcae-neutrophils' }.grade", equalTo(4));
        bedside.gradeAt(minute(790)).body("crs.grade", equalTo(0));
        As.role(Role.NURSE)
                .get("/v1/alerts?patientId=" + bedside.patient().patientId())
                .then()
                .statusCode(200)
                .body("items.findAll { it.type != 'check-overdue' }", empty());
    }

    @Test
    void aDeathEndsTheGrading() {
        bedside.postAndAwait(Role.PHYSICIAN, minute(0), "death", Map.of("cause", "crs"));

        bedside.gradeAt(minute(1)).body("crs.grade", equalTo(5)).body("icans.grade", nullValue());
    }

    @Test
    void aRiseIsToldInHistoryAndAsAnAlert() {
        bedside.postAndAwait(Role.DEVICE, minute(0), "vital-signs", Map.of("temperature", 38.6, "systolic", 84));

        var alerts = "/v1/alerts?patientId=" + bedside.patient().patientId();
        await().untilAsserted(() -> As.role(Role.NURSE).get(alerts).then().body("items.type", hasItem("crs-grade")));
        As.role(Role.NURSE)
                .get("/v1/patients/{id}/grades", bedside.patient().patientId())
                .then()
                .body("items.findAll { it.syndrome == 'crs' }.grade", hasItem(2))
                .body("items.findAll { it.syndrome == 'crs' }.observationId", not(empty()));
    }

    /// Earlier knowledge can still be queried.
    @Test
    void aCorrectedBaselineChangesTheGradeAndNotWhatWasKnown() {
        bedside.postAndAwait(Role.DEVICE, minute(0), "vital-signs", Map.of("temperature", 38.6, "systolic", 87));
        bedside.gradeAt(minute(1)).body("crs.grade", equalTo(2));
        var before = Instant.now();

        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body("{\"baseline\": {\"systolic\": 88}}")
                .patch("/v1/episodes/{id}", bedside.patient().episodeId())
                .then()
                .statusCode(200)
                .body("baseline.systolic", equalTo(88))
                .body("baseline.ice", equalTo(10));

        bedside.gradeAt(minute(1)).body("crs.grade", equalTo(1));
        As.role(Role.NURSE)
                .queryParam("at", minute(1).toString())
                .queryParam("knownAt", before.toString())
                .get("/v1/patients/{id}/grade", bedside.patient().patientId())
                .then()
                .body("crs.grade", equalTo(2));
    }

    @Test
    void aRecordThatCannotBeSentLeavesTheWayOpenForTheNext() {
        var patient = new PatientId(bedside.patient().patientId());
        var record = new StreamRecord.EpisodeAdmitted(UUID.randomUUID(), patient);

        var tooLarge = stream.send("k".repeat(2_000_000), record, Trace.NONE);

        assertThat(tooLarge)
                .failsWithin(Eventually.LIMIT)
                .withThrowableThat()
                .withCauseInstanceOf(RecordTooLargeException.class);
        bedside.postAndAwait(Role.DEVICE, minute(0), "vital-signs", Map.of("temperature", 37.0));
        assertThat(stream.alive()).isTrue();
    }

    @Test
    void whatComesBeforeTheAdmissionWaitsForIt() {
        var stranger = new AdmittedPatient(
                "p-" + UUID.randomUUID(), "", "north", bedside.patient().infusedAt());
        var id = new Bedside(stranger).post(Role.DEVICE, minute(0), "vital-signs", Map.of("temperature", 38.6));
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/observations/{id}", id).then().body("state", equalTo("quarantined")));

        AdmittedPatient.admit(AdmittedPatient.form(stranger.patientId(), "north", stranger.infusedAt()));

        Bedside.awaitApplied(id);
    }

    @Test
    void aReleasedReadingBelongsToWhomItIsSaidToBe() {
        var id = "o-" + UUID.randomUUID();
        As.role(Role.DEVICE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        id,
                        "deviceId",
                        "unbound-" + UUID.randomUUID(),
                        "effectiveAt",
                        minute(0).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.5))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/observations/{id}", id).then().body("state", equalTo("quarantined")));
        var held = As.role(Role.ADMIN)
                .get("/v1/quarantine?state=open&limit=1000")
                .jsonPath()
                .getString("items.find { it.observationId == '%s' }.id".formatted(id));

        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("patientId", bedside.patient().patientId(), "note", "Seen at the bed"))
                .post("/v1/quarantine/{id}/release", held)
                .then()
                .statusCode(200);

        Bedside.awaitApplied(id);
        bedside.gradeAt(minute(1)).body("crs.grade", equalTo(1));
    }

    @Test
    void aBoundDeviceSpeaksForItsPatient() {
        var device = "monitor-" + UUID.randomUUID();
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of("patientId", bedside.patient().patientId(), "from", start.toString()))
                .put("/v1/devices/{id}/binding", device)
                .then()
                .statusCode(200);
        var id = "o-" + UUID.randomUUID();
        As.role(Role.DEVICE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        id,
                        "deviceId",
                        device,
                        "effectiveAt",
                        minute(1).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        38.1))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        Bedside.awaitApplied(id);
        var applied = As.role(Role.NURSE).get("/v1/observations/{id}", id).jsonPath();
        assertThat(applied.getString("patientId")).isEqualTo(bedside.patient().patientId());
    }
}
