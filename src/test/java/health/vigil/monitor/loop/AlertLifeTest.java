package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.now;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.retraction;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

/// The states of an alert from raised to resolved, as the monitor writes them.
@ExtendWith(OneMonitor.class)
class AlertLifeTest {
    private final MonitoredWard ward = MonitorBench.shared().ward();
    private final PatientId patient = newPatient();

    private void alerts(long count, String condition) {
        await().untilAsserted(
                        () -> assertThat(ward.count("alert where patient_id = ? and " + condition, patient.value()))
                                .isEqualTo(count));
    }

    private void pressure(int systolic, long minutesAgo) {
        ward.send(patient, vitals(id(), patient, minutesAgo, "\"temperature\":38.6,\"systolic\":" + systolic));
    }

    @Test
    void everyRiseToALevelAlerts() {
        ward.admit(patient, 48);
        pressure(84, 60);
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");

        pressure(120, 50);
        alerts(1, "condition = 'crs-grade:2' and clears_at > now() + interval '9 minutes'");
        ward.change(
                "update alert set clears_at = now() where patient_id = ? and clears_at is not null", patient.value());
        alerts(1, "condition = 'crs-grade:2' and state = 'resolved'");
        pressure(84, 40);

        alerts(1, "condition = 'crs-grade:2' and state = 'open'");
        alerts(2, "condition = 'crs-grade:2'");
    }

    @Test
    void risesThatComeTogetherAreAllRecorded() {
        ward.admit(patient, 48);

        ward.send(
                patient,
                vitals(id(), patient, 60, "\"temperature\":38.6,\"systolic\":84"),
                vitals(id(), patient, 50, "\"systolic\":120"),
                vitals(id(), patient, 40, "\"systolic\":84"));

        alerts(2, "condition = 'crs-grade:2'");
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");
    }

    @Test
    void aJumpOfTwoIsHighAndAStepIsNot() {
        ward.admit(patient, 48);
        ward.send(patient, vitals(id(), patient, 90, "\"temperature\":36.8"));

        pressure(84, 60);

        alerts(1, "condition = 'crs-grade:2' and rule = 'crs-grade-jump' and priority = 'high'");
    }

    @Test
    void aStepUpIsAsUrgentAsItsGrade() {
        ward.admit(patient, 48);
        pressure(120, 90);
        alerts(1, "condition = 'crs-grade:1' and rule = 'crs-grade-1' and priority = 'low'");

        pressure(84, 60);

        alerts(1, "condition = 'crs-grade:2' and rule = 'crs-grade-2' and priority = 'medium'");
    }

    @Test
    void anAnswerExpiresWhileTheConditionStands() {
        ward.admit(patient, 48);
        pressure(84, 60);
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");

        answeredUntil(now(), "crs-grade:2");

        alerts(1, "condition = 'crs-grade:2' and state = 'open' and escalation_level = 1 and acknowledged_by is null");
        assertThat(ward.count(
                        "alert_event e join alert a on a.id = e.alert_id where a.patient_id = ?"
                                + " and a.condition = 'crs-grade:2' and e.event = 'escalated'",
                        patient.value()))
                .isEqualTo(1);
    }

    @Test
    void whatMerelyHappenedIsOverOnceItWasAnswered() {
        ward.admit(patient, 48);
        ward.send(patient, observation(id(), patient, now().plus(Duration.ofHours(1)), "vital-signs", "\"spo2\":97"));
        alerts(1, "rule = 'dated-in-the-future' and state = 'open'");

        answeredUntil(now(), "implausible-value:clock");

        alerts(1, "rule = 'dated-in-the-future' and state = 'resolved'");
    }

    private void answeredUntil(Instant until, String condition) {
        ward.change(
                "update alert set state = 'acknowledged', acknowledged_by = 'nurse', acknowledged_at = now(),"
                        + " acknowledged_until = ? where patient_id = ? and condition = ?",
                until,
                patient.value(),
                condition);
    }

    @Test
    void anAlertThatFlapsIsOneAlert() {
        ward.admit(patient, 48);
        ward.send(patient, vitals(id(), patient, 60, "\"spo2\":0"));
        alerts(1, "type = 'implausible-value' and state = 'open'");

        ward.send(patient, vitals(id(), patient, 50, "\"spo2\":97"));
        alerts(1, "type = 'implausible-value' and state = 'open' and clears_at is not null");
        ward.send(patient, vitals(id(), patient, 40, "\"spo2\":0"));

        alerts(1, "type = 'implausible-value' and state = 'open' and clears_at is null");
        alerts(1, "type = 'implausible-value'");
    }

    @Test
    void whatStaysClearedForLongEnoughIsResolved() {
        ward.admit(patient, 48);
        ward.send(patient, vitals(id(), patient, 60, "\"spo2\":0"), vitals(id(), patient, 50, "\"spo2\":97"));
        alerts(1, "type = 'implausible-value' and clears_at > now() + interval '9 minutes'");

        ward.change(
                "update alert set clears_at = now() where patient_id = ? and clears_at is not null", patient.value());

        alerts(1, "type = 'implausible-value' and state = 'resolved'");
    }

    @Test
    void aGradeThatNeverWasEndsItsAlertThoughNothingIsKnownInItsPlace() {
        ward.admit(patient, 48);
        var mistaken = id();
        ward.send(patient, vitals(mistaken, patient, 20, "\"temperature\":39.1,\"systolic\":80"));
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");

        ward.send(patient, retraction(id(), patient, mistaken));

        alerts(0, "type = 'crs-grade' and state <> 'resolved'");
    }

    @Test
    void aGradeThatWasStaysToldThoughItIsNotKnownAnyMore() {
        ward.admit(patient, 48);
        var later = id();
        ward.send(patient, vitals(id(), patient, 20, "\"temperature\":39.1,\"systolic\":80"));
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");
        ward.send(patient, vitals(later, patient, 10, "\"temperature\":39.1,\"systolic\":81"));
        ward.awaitState(later, "applied");

        var retraction = id();
        ward.send(patient, retraction(retraction, patient, later));

        ward.awaitState(retraction, "applied");
        alerts(1, "condition = 'crs-grade:2' and state = 'open'");
    }

    @Test
    void aDoseBeyondALimitAlertsUntilItIsTakenBack() {
        ward.admit(patient, 48);
        var second = id();
        ward.send(patient, dose(id(), 300, 560), dose(second, 60, 900));

        alerts(1, "condition = 'dose-limit:interval:" + second + "' and state = 'open'");
        alerts(1, "condition = 'dose-limit:amount:" + second + "' and observation_id = '" + second + "'");
        ward.send(patient, retraction(id(), patient, second));

        alerts(2, "type = 'dose-limit' and state = 'resolved'");
    }

    private String dose(String id, long minutesAgo, int milligrams) {
        return observation(
                id,
                patient,
                now().minus(Duration.ofMinutes(minutesAgo)),
                "medication",
                "\"drug\":\"tocilizumab\",\"dose\":" + milligrams);
    }

    @Test
    void biomarkersNeverAlarmByThemselves() {
        ward.admit(patient, 48);
        var last = id();
        ward.send(
                patient,
                observation(
                        id(), patient, now(), "lab-result", "\"analyte\":\"il-6\",\"value\":99999,\"unit\":\"pg/mL\""),
                observation(
                        last,
                        patient,
                        now(),
                        "lab-result",
                        "\"analyte\":\"ferritin\",\"value\":99999,\"unit\":\"ng/mL\""));

        ward.awaitState(last, "applied");
        assertThat(ward.count("alert where patient_id = ? and type <> 'check-overdue'", patient.value()))
                .isZero();
    }
}
