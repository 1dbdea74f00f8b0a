package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// One event raises one alert, the most severe one.
@ExtendWith(OneMonitor.class)
class OneEventTest {
    private final MonitoredWard ward = MonitorBench.shared().ward();
    private final PatientId patient = newPatient();

    private void alerts(long count, String condition) {
        await().untilAsserted(
                        () -> assertThat(ward.count("alert where patient_id = ? and " + condition, patient.value()))
                                .isEqualTo(count));
    }

    private void send(long minutesAgo, String values) {
        ward.send(patient, vitals(id(), patient, minutesAgo, values));
    }

    @Test
    void theStrongestSpeaksAndTheOthersAreListedUnderIt() {
        ward.admit(patient, 48);

        send(10, "\"temperature\":38.5");

        alerts(1, "rule = 'fever-onset' and grouped_under is null and also = '{CRS grade 1}'");
        alerts(
                1,
                "rule = 'crs-grade-1' and next_escalation_at is null and grouped_under ="
                        + " (select id from alert s where s.patient_id = alert.patient_id and s.rule = 'fever-onset')");
        assertThat(ward.count(
                        "alert_event e where alert ->> 'patientId' = ? and alert ->> 'rule' = 'crs-grade-1'"
                                + " and alert ->> 'groupedUnder' is not null",
                        patient.value()))
                .isEqualTo(1);
    }

    @Test
    void whereTheSpeakerIsResolvedTheNextOneSpeaks() {
        ward.admit(patient, 48);
        send(10, "\"temperature\":38.5");
        alerts(1, "rule = 'crs-grade-1' and grouped_under is not null");

        ward.change(
                "update alert set state = 'resolved', resolved_at = now() where patient_id = ? and rule = 'fever-onset'",
                patient.value());

        alerts(1, "rule = 'crs-grade-1' and grouped_under is null and next_escalation_at is not null");
    }

    @Test
    void oneReadingCanWaitUntilASecondConfirmsIt() {
        ward.admit(patient, 48);
        send(90, "\"temperature\":38.6,\"systolic\":120");
        alerts(1, "rule = 'crs-grade-1'");

        send(30, "\"systolic\":86");
        alerts(1, "rule = 'crs-grade-2-single' and priority = 'low' and state = 'open'");
        send(20, "\"systolic\":86");

        alerts(1, "rule = 'crs-grade-2' and priority = 'medium' and state = 'open'");
        alerts(1, "rule = 'crs-grade-2-single' and state = 'resolved'");
    }

    @Test
    void oneReadingThatIsNotConfirmedEnds() {
        ward.admit(patient, 48);
        send(90, "\"temperature\":38.6,\"systolic\":120");
        send(40, "\"systolic\":86");
        alerts(1, "rule = 'crs-grade-2-single' and state = 'open'");

        send(20, "\"systolic\":120");

        alerts(1, "rule = 'crs-grade-2-single' and clears_at > now() + interval '9 minutes'");
        alerts(0, "rule = 'crs-grade-2'");
    }

    @Test
    void supportWithoutFeverIsToldInPlaceOfTheReading() {
        ward.admit(patient, 48);
        send(60, "\"temperature\":36.8,\"systolic\":80");
        alerts(1, "rule = 'possible-masked-crs' and state = 'open'");

        ward.send(
                patient,
                observation(
                        id(),
                        patient,
                        MonitoredWard.now().minusSeconds(600),
                        "vasopressor",
                        "\"agent\":\"norepinephrine\",\"action\":\"started\""));

        alerts(1, "rule = 'possible-masked-crs-treated' and priority = 'high' and state = 'open'");
        alerts(1, "rule = 'possible-masked-crs' and state = 'resolved'");
    }

    @Test
    void deathEndsWhatWasOpenAndNothingOpensAgain() {
        ward.admit(patient, 48);
        send(60, "\"temperature\":38.6,\"systolic\":80");
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");

        ward.send(
                patient,
                observation(
                        id(),
                        patient,
                        MonitoredWard.now(),
                        "death",
                        "\"cause\":\"other\"," + MonitoredWard.BY_A_PHYSICIAN));

        alerts(0, "state <> 'resolved'");
        alerts(1, "condition = 'crs-grade:2' and resolution = 'died'");
        var late = id();
        ward.send(patient, vitals(late, patient, 120, "\"temperature\":39,\"systolic\":70"));
        ward.awaitState(late, "applied");
        alerts(0, "state <> 'resolved'");
    }

    @Test
    void whatEscalatesAfterTheDischargeEndsInstead() {
        var episode = ward.admit(patient, 48);
        send(60, "\"temperature\":38.6,\"systolic\":80");
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");

        ward.change("update episode set status = 'ended', ended_at = now() where id = ?", episode);
        ward.change(
                "update alert set next_escalation_at = now() where patient_id = ? and condition = 'crs-grade:2'",
                patient.value());

        alerts(1, "condition = 'crs-grade:2' and resolution = 'discharged' and escalation_level = 0");
    }

    @Test
    void aPressureThatSwingsIsOneAlert() {
        ward.admit(patient, 48);
        send(30, "\"temperature\":38.6,\"systolic\":84");
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");

        send(3, "\"systolic\":120");
        alerts(1, "condition = 'crs-grade:2' and state = 'open' and clears_at is not null");
        send(1, "\"systolic\":84");

        alerts(1, "condition = 'crs-grade:2' and state = 'open' and clears_at is null");
        alerts(1, "condition = 'crs-grade:2' and resolution = 'repeated'");
    }

    @Test
    void whatOneLateObservationMakesOfThePastIsToldWithTheRise() {
        ward.admit(patient, 48);
        send(60, "\"temperature\":38.6,\"systolic\":120");
        alerts(1, "condition = 'crs-grade:1' and state = 'open'");

        ward.send(
                patient,
                observation(
                        id(),
                        patient,
                        MonitoredWard.now().minusSeconds(1200),
                        "vasopressor",
                        "\"agent\":\"norepinephrine\",\"action\":\"started\""));

        alerts(1, "condition = 'crs-grade:3' and grouped_under is null and also = '{Grade amended}'");
        alerts(
                1,
                "type = 'grade-amended' and grouped_under = (select id from alert s"
                        + " where s.patient_id = alert.patient_id and s.condition = 'crs-grade:3')");
    }
}
