package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.now;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

/// Which observations raise alerts, rule by rule; for the states of an alert see [AlertLifeTest].
@ExtendWith(OneMonitor.class)
class AlertRulesTest {
    private final MonitoredWard ward = MonitorBench.shared().ward();
    private final PatientId patient = newPatient();

    private void send(String kind, String fields, long minutesAgo) {
        ward.send(patient, observation(id(), patient, now().minusSeconds(minutesAgo * 60), kind, fields));
    }

    private void awaitAlert(String rule, String priority) {
        await().untilAsserted(() -> assertThat(ward.count(
                        "alert where patient_id = ? and rule = ? and priority = ? and state = 'open'",
                        patient.value(),
                        rule,
                        priority))
                .isEqualTo(1));
    }

    @Test
    void aFirstFeverAlerts() {
        ward.admit(patient, 48);

        ward.send(patient, vitals(id(), patient, 10, "\"temperature\":38"));

        awaitAlert("fever-onset", "medium");
    }

    @ParameterizedTest
    @CsvSource({"9, 1, medium", "6, 2, high", "2, 3, high"})
    void aRiseOfIcansAlertsAsItsGradeSays(int ice, int grade, String priority) {
        ward.admit(patient, 48);

        send("neuro-check", "\"ice\":" + ice, 10);

        awaitAlert("icans-grade-" + grade, priority);
    }

    @Test
    void lowPressureWithoutFeverIsPossiblyMaskedCrs() {
        ward.admit(patient, 48);

        ward.send(patient, vitals(id(), patient, 10, "\"temperature\":36.8,\"systolic\":80"));

        awaitAlert("possible-masked-crs", "medium");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tremor\":true", "\"handwritingChange\":true"})
    void anEarlyNeurologicalSignAlerts(String sign) {
        ward.admit(patient, 48);

        send("neuro-check", "\"ice\":10," + sign, 10);

        awaitAlert("early-sign", "low");
    }

    @Test
    void aSeizureOfFiveMinutesIsUrgent() {
        ward.admit(patient, 48);

        send(
                "seizure",
                "\"type\":\"clinical\",\"durationMinutes\":5,\"resolved\":true,\"returnedToBaseline\":true",
                10);

        awaitAlert("status-epilepticus", "high");
    }

    @Test
    void anIntracranialHaemorrhageIsUrgent() {
        ward.admit(patient, 48);

        send("neuro-finding", "\"finding\":\"intracranial-haemorrhage\",\"present\":true", 10);

        awaitAlert("intracranial-haemorrhage", "high");
    }
}
