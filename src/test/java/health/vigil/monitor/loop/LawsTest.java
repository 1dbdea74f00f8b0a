package health.vigil.monitor.loop;

import health.vigil.grading.Grade;
import health.vigil.history.EpisodeReport;
import health.vigil.observation.PatientId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.retraction;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OneMonitor.class)
class LawsTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();

    private EpisodeReport report(PatientId patient) {
        return bench.charts()
                .report(patient, Optional.empty(), Optional.empty())
                .orElseThrow();
    }

    private Grade crs(PatientId patient) {
        return report(patient).report().crs().grade();
    }

    @Test
    void law2AnObservationItsGradeAndItsAlertAreThereTogether() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = id();

        ward.send(patient, temperature(fever, patient, 38.5, 10));

        ward.awaitState(fever, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.ONE);
        assertThat(ward.count("grade_change where patient_id = ? and syndrome = 'crs' and grade = 1", patient.value()))
                .isEqualTo(1);
        assertThat(ward.count("alert where patient_id = ? and type = 'crs-grade'", patient.value()))
                .isEqualTo(1);
        assertThat(ward.timesRaised(patient)).isEqualTo(2);
    }

    @Test
    void law3EveryRecordIsAppliedOrDuplicateOrQuarantined() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = temperature(id(), patient, 38.5, 10);
        var last = id();

        ward.send(patient, fever, fever, "not json", temperature(last, patient, 37, 5));

        ward.awaitState(last, "applied");
        ward.awaitConservation();
    }

    @Test
    void law6TheSameIdWithTheSameContentChangesNothing() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var id = id();
        var last = id();

        var fever = temperature(id, patient, 38.5, 10);
        ward.send(patient, fever, fever.replace("38.5", "{\"value\":101.3,\"unit\":\"[degF]\"}"));
        ward.send(patient, temperature(last, patient, 38.6, 5));

        ward.awaitState(last, "applied");
        assertThat(ward.count("observation where patient_id = ?", patient.value()))
                .isEqualTo(2);
        assertThat(ward.count("quarantine where observation_id = ?", id)).isZero();
    }

    @Test
    void law6TheSameIdWithOtherContentIsQuarantinedAndAlerted() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var id = id();

        ward.send(patient, temperature(id, patient, 37, 10), temperature(id, patient, 39, 10));

        await().untilAsserted(() -> assertThat(
                        ward.count("quarantine where observation_id = ? and reason = 'id-conflict'", id))
                .isEqualTo(1));
        ward.awaitState(id, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.ZERO);
        assertThat(ward.count("alert where patient_id = ? and type = 'quarantine'", patient.value()))
                .isEqualTo(1);
    }

    @Test
    void aLateObservationRegradesHistoryAndAmendsIt() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = id();
        ward.send(patient, temperature(fever, patient, 38.5, 60));
        ward.awaitState(fever, "applied");
        var late = id();

        ward.send(patient, vitals(late, patient, 90, "\"temperature\":39,\"systolic\":80"));

        ward.awaitState(late, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.TWO);
        assertThat(ward.count("grade_change where patient_id = ? and superseded_at is not null", patient.value()))
                .isGreaterThan(0);
        assertThat(ward.count(
                        "grade_change where patient_id = ? and amendment and amended_by = ?", patient.value(), late))
                .isGreaterThan(0);
        assertThat(ward.count("alert where patient_id = ? and type = 'grade-amended'", patient.value()))
                .isEqualTo(1);
    }

    @Test
    void aLateFeverWhereNothingWasKnownAmendsWhatWasShown() {
        var patient = newPatient();
        ward.admit(patient, 72);
        var early = id();
        ward.send(patient, temperature(early, patient, 36.8, 50 * 60));
        ward.awaitState(early, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.UNKNOWN);
        var late = id();

        ward.send(patient, temperature(late, patient, 38.5, 12 * 60));

        ward.awaitState(late, "applied");
        assertThat(ward.text(
                        "select detail as t from alert where patient_id = ? and type = 'grade-amended'"
                                + " and observation_id = ?",
                        patient.value(),
                        late))
                .contains("Late or corrected data: CRS was shown as unknown but was 1");
        assertThat(ward.count(
                        "grade_change where patient_id = ? and grade = 1 and amendment and amended_by = ?",
                        patient.value(),
                        late))
                .isEqualTo(1);
    }

    @Test
    void aQuietDayThatIsEnteredAfterwardsAmendsNothing() {
        var patient = newPatient();
        ward.admit(patient, 72);
        for (int hoursAgo : List.of(30, 20, 10, 1)) {
            var reading = id();

            ward.send(patient, temperature(reading, patient, 36.8, hoursAgo * 60L));

            ward.awaitState(reading, "applied");
        }
        assertThat(crs(patient)).isEqualTo(Grade.ZERO);
        assertThat(ward.count("alert where patient_id = ? and type = 'grade-amended'", patient.value()))
                .isZero();
    }

    @Test
    void aRetractionMayComeBeforeItsTarget() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = id();
        var last = id();

        ward.send(
                patient,
                retraction(id(), patient, fever),
                temperature(fever, patient, 38.5, 10),
                temperature(last, patient, 37, 5));

        ward.awaitState(last, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.ZERO);
        assertThat(ward.count("observation where id = ? and retracted_at is not null", fever))
                .isEqualTo(1);
    }

    @Test
    void law8ARetractedRiseResolvesItsAlertAndIsNeverDeleted() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = id();
        ward.send(patient, temperature(id(), patient, 37, 20), temperature(fever, patient, 38.5, 10));
        ward.awaitState(fever, "applied");
        var pinned = pinnedGrade(patient);
        var withdrawal = id();

        ward.send(patient, retraction(withdrawal, patient, fever));

        ward.awaitState(withdrawal, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.ZERO);
        assertThat(pinnedGrade(patient)).isPresent().isEqualTo(pinned);
        assertThat(ward.text(
                        "select state as t from alert where patient_id = ? and type = 'crs-grade'", patient.value()))
                .contains("resolved");
        assertThat(ward.count("grade_change where patient_id = ? and superseded_by = ?", patient.value(), withdrawal))
                .isEqualTo(1);
    }

    private Optional<String> pinnedGrade(PatientId patient) {
        return ward.text(
                "select grade::text as t from alert where patient_id = ? and type = 'crs-grade'", patient.value());
    }

    @Test
    void law12APoisonedRecordIsKeptWithItsBytesAndStopsNobody() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var last = id();

        ward.send(patient.value(), new byte[] {(byte) 0xff, 0});
        ward.send(patient, temperature(last, patient, 37, 5));

        ward.awaitState(last, "applied");
        assertThat(ward.count("quarantine where value = '\\xff00' and reason = 'unreadable'"))
                .isGreaterThan(0);
    }

    @Test
    void aPatientWithoutAnEpisodeWaitsForTheAdmission() {
        var patient = newPatient();
        var early = id();
        ward.send(patient, temperature(early, patient, 38.5, 10));
        ward.awaitState(early, "quarantined");

        ward.admit(patient, 48);

        ward.awaitState(early, "applied");
        assertThat(crs(patient)).isEqualTo(Grade.ONE);
        assertThat(ward.text("select state as t from quarantine where observation_id = ?", early))
                .contains("released");
        ward.awaitConservation();
    }
}
