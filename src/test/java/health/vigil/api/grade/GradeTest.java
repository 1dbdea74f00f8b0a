package health.vigil.api.grade;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.observation.Analyte;
import health.vigil.observation.Content;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.LabResult;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Tool;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@ServiceTest
class GradeTest {
    @Inject
    MonitorWrites writes;

    private static Content vitals(double temperature, double systolic) {
        return new VitalSigns(
                Map.of(
                        VitalSign.TEMPERATURE,
                        BigDecimal.valueOf(temperature),
                        VitalSign.SYSTOLIC,
                        BigDecimal.valueOf(systolic)),
                Optional.empty());
    }

    @Test
    void aGradeIsToldWithItsReasons() {
        var patient = AdmittedPatient.daysAgo(3);
        var at = patient.infusedAt().plusSeconds(48 * 3600);
        var fever = MonitorWrites.observation(patient, at, vitals(38.6, 84));
        writes.insert(List.of(fever));

        As.role(Role.NURSE)
                .queryParam("at", at.plusSeconds(1800).toString())
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.patientId()))
                .body("episodeId", equalTo(patient.episodeId()))
                .body("at", equalTo(at.plusSeconds(1800).toString()))
                .body("hoursSinceInfusion", equalTo(48.5f))
                .body("ruleSet", equalTo("ASTCT-2019/2"))
                .body("crs.grade", equalTo(2))
                .body("crs.reason", nullValue())
                .body("crs.since", equalTo(at.toString()))
                .body("crs.onset", equalTo(at.toString()))
                .body("crs.basis[0].component", equalTo("hypotension"))
                .body("crs.basis[0].observationId", equalTo(fever.id().value()))
                .body("crs.basis[0].finding", notNullValue())
                .body("crs.basis[0].rule", notNullValue())
                .body("crs.peak.grade", equalTo(2))
                .body("icans.grade", nullValue())
                .body("icans.reason", notNullValue())
                .body("icans", hasKey("since"))
                .body("lastObservationAt", equalTo(at.toString()))
                .body("overdue.check", hasItem("ice"));
    }

    @Test
    void aReasonSendsWhatItsSentenceSaysAsFields() {
        var patient = AdmittedPatient.daysAgo(3);
        var at = patient.infusedAt().plusSeconds(48 * 3600);
        writes.insert(List.of(MonitorWrites.observation(patient, at, vitals(38.6, 84))));

        As.role(Role.NURSE)
                .queryParam("at", at.toString())
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("crs.basis[0].finding", equalTo("SBP 84 mm[Hg] < 85 whatever the baseline"))
                .body("crs.basis[0].rule", equalTo("CRS-17 pressure under an absolute limit"))
                .body("crs.basis[0].value", equalTo(84))
                .body("crs.basis[0].unit", equalTo("mm[Hg]"))
                .body("crs.basis[0].limit", equalTo(85))
                .body("crs.basis[0]", not(hasKey("baseline")))
                .body("crs.basis[0].effectiveAt", equalTo(at.toString()))
                .body("crs.basis[0].until", equalTo(at.plusSeconds(12 * 3600).toString()))
                .body("crs.basis[0].pieces.text", equalTo(Arrays.asList("SBP ", null, " < 85 whatever the baseline")))
                .body("crs.basis[0].pieces[1]", equalTo(Map.of("value", 84, "unit", "mm[Hg]")))
                .body(
                        "crs.outlookPieces[0].at",
                        hasItem(at.plusSeconds(24 * 3600).toString()))
                .body("crs.outlook", hasSize(3))
                .body("crs.outlookPieces", hasSize(3))
                .body("crs.course.onset", equalTo(at.toString()))
                .body("icans", not(hasKey("course")));
    }

    @Test
    void beforeTheInfusionNothingIsGraded() {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .queryParam("at", patient.infusedAt().minusSeconds(3600).toString())
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("crs.grade", nullValue())
                .body("icans.grade", nullValue())
                .body("overdue", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at=2026-03-01T10:00:00", "at=now", "knownAt=2026-13-01T00:00:00Z"})
    void aTimeThatIsNoneIsRefused(String query) {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .get("/v1/patients/%s/grade?%s".formatted(patient.patientId(), query))
                .then()
                .statusCode(400);
    }

    @Test
    void aPlusThatWasNotEncodedIsReadAsMeant() {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .get("/v1/patients/%s/grade?at=2026-03-01T12:00:00+02:00".formatted(patient.patientId()))
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-03-01T10:00:00Z"));
    }

    @Test
    void otherScalesAreToldBesideWhenAsked() {
        var patient = AdmittedPatient.daysAgo(3);
        var at = patient.infusedAt().plusSeconds(48 * 3600);
        var pressor = Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STARTED);
        var early = MonitorWrites.observation(patient, at.plusSeconds(1), pressor);
        writes.insert(List.of(MonitorWrites.observation(patient, at, vitals(38.6, 84)), early));

        As.role(Role.NURSE)
                .queryParam("at", at.plusSeconds(1).toString())
                .queryParam("scale", "ctcae-v5,lee-2014")
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .statusCode(200)
                .body("crs.grade", equalTo(3))
                .body("scales.scale", contains("lee-2014", "ctcae-v5"))
                .body("scales[0].grade", nullValue())
                .body("scales[0].reason", containsString("at least grade 2; not known: creatinine"))
                .body("scales[1].grade", equalTo(3))
                .body("scales[1].reason", nullValue())
                .body("scales[1].basis[0].observationId", equalTo(early.id().value()))
                .body("scales[1].source", containsString("CTCAE"));
    }

    /// Creatinine of 1.21 mg/dL is 1.01 times the limit, but more than 3 times the baseline.
    @Test
    void otherScalesKnowTheBaselineFromBeforeTheTherapy() {
        var patient = AdmittedPatient.daysAgo(3);
        var at = patient.infusedAt().plusSeconds(48 * 3600);
        var before = MonitorWrites.observation(patient, patient.infusedAt().minusSeconds(3600), creatinine("0.4"));
        writes.insert(List.of(
                before,
                MonitorWrites.observation(patient, at, vitals(38.6, 120)),
                MonitorWrites.observation(patient, at, creatinine("1.21"))));

        As.role(Role.NURSE)
                .queryParam("at", at.toString())
                .queryParam("scale", "lee-2014")
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .statusCode(200)
                .body("crs.grade", equalTo(1))
                .body("scales[0].reason", containsString("at least grade 3; not known: bilirubin"))
                .body("scales[0].basis[0].finding", equalTo("creatinine of grade 3 by CTCAE v5.0"));
    }

    private static Content creatinine(String value) {
        return new LabResult(
                Analyte.CREATININE,
                new BigDecimal(value),
                "mg/dL",
                Optional.empty(),
                Optional.of(new BigDecimal("1.2")),
                Optional.empty());
    }

    @Test
    void anotherScaleKnowsWhatWasKnown() {
        var patient = AdmittedPatient.daysAgo(3);
        var at = patient.infusedAt().plusSeconds(48 * 3600);
        var started = Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STARTED);
        writes.insert(List.of(
                MonitorWrites.observation(patient, at, vitals(38.6, 84)),
                MonitorWrites.observation(patient, at.plusSeconds(60), started)));

        As.role(Role.NURSE)
                .queryParam("at", at.plusSeconds(59).toString())
                .queryParam("scale", "ctcae-v5")
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("scales.grade", contains(2));
        As.role(Role.NURSE)
                .queryParam("knownAt", at.toString())
                .queryParam("scale", "ctcae-v5")
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("scales[0].grade", nullValue())
                .body("scales[0].reason", equalTo("no usable temperature in the last 24 h"));
    }

    @Test
    void aScaleThatIsNoneIsRefused() {
        var patient = AdmittedPatient.daysAgo(1);

        As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade?scale=lee-2014&scale=apgar", patient.patientId())
                .then()
                .statusCode(400)
                .body("violations.field", contains("scale"));
    }

    @Test
    void nobodyIsGradedWhoIsNotHere() {
        As.role(Role.NURSE).get("/v1/patients/nobody/grade").then().statusCode(404);
        As.role(Role.NURSE).get("/v1/patients/nobody/grades").then().statusCode(404);
        As.role(Role.DASHBOARD).get("/v1/patients/nobody/grade").then().statusCode(403);
    }

    @Test
    void theBoardShowsTheWorstFirst() {
        var ward = "ward-" + UUID.randomUUID();
        var well = AdmittedPatient.into(ward);
        var ill = AdmittedPatient.into(ward);
        var now = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        writes.insert(List.of(
                MonitorWrites.observation(well, now, vitals(36.8, 125)),
                MonitorWrites.observation(ill, now, vitals(39.1, 80))));
        var alert = writes.raise(ill);

        As.role(Role.DASHBOARD)
                .get("/v1/wards/{ward}/board", ward)
                .then()
                .statusCode(200)
                .body("items.patientId", contains(ill.patientId(), well.patientId()))
                .body("items[0].crs.grade", equalTo(2))
                .body("items[0].lastValues.temperature.value", equalTo(39.1f))
                .body("items[0].lastValues.temperature.ageSeconds", notNullValue())
                .body("items[0].openAlerts.id", hasItem(alert.toString()))
                .body("items[0].checks.check", contains("vital-signs", "ice", "labs"))
                .body("items[0].checks[0].parts.part", contains("temperature", "blood-pressure"))
                .body("items[0].checks[0].parts[0].lastAt", equalTo(now.toString()))
                .body("items[0].checks[0].parts[0].missing", equalTo(false))
                .body("items[0].checks[2].overdue", equalTo(true))
                .body("items[0].checks[2].parts.missing", everyItem(equalTo(true)))
                .body("items[0].checks[2].parts[0].lastAt", nullValue())
                .body("items[1].openAlerts.id", not(hasItem(alert.toString())));
    }

    @Test
    void aCheckThatWasNotDoneIsToldWithItsReason() {
        var patient = AdmittedPatient.daysAgo(3);
        var missed = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        writes.insert(List.of(MonitorWrites.observation(patient, missed, notDone(NotDoneReason.ASLEEP))));

        As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board", patient.ward())
                .then()
                .body("items[0].checks[1].notDone.reason", equalTo("asleep"))
                .body("items[0].checks[1].notDone.at", equalTo(missed.toString()))
                .body("items[0].checks[1].overdue", equalTo(false));
        As.role(Role.NURSE)
                .get("/v1/patients/{id}/grade", patient.patientId())
                .then()
                .body("overdue.check", contains("vital-signs", "labs"));
    }

    private static Content notDone(NotDoneReason reason) {
        return new NeuroCheck(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(Tool.ICE),
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aBoardCanBeAskedForOnePatient() {
        var ward = "ward-" + UUID.randomUUID();
        var patient = AdmittedPatient.into(ward);
        AdmittedPatient.into(ward);

        As.role(Role.NURSE)
                .get("/v1/wards/{ward}/board?patientId={patient}", ward, patient.patientId())
                .then()
                .statusCode(200)
                .body("items.patientId", contains(patient.patientId()));
    }

    @Test
    void aWardWithoutPatientsHasAnEmptyBoard() {
        As.role(Role.DASHBOARD)
                .get("/v1/wards/{ward}/board", "nowhere")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void thePolicyIsPublic() {
        As.role(Role.NURSE)
                .get("/v1/policy")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("ASTCT-2019/2"))
                .body("numbers.feverThreshold", equalTo(38))
                .body("numbers.feverWindow", equalTo("PT24H"));
    }
}
