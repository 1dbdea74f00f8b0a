package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import org.junit.jupiter.api.Test;

import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Late records are stored, but only current conditions raise alerts.
class CatchUpTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId patient = newPatient();

    /// The number of events of alerts that are not grouped under another one.
    private long eventCount(String event, String condition) {
        return ward.count(
                "alert_event e where e.alert ->> 'patientId' = ? and e.event = ? and e.alert ->> 'groupedUnder' is null"
                        + " and e.alert ->> 'type' <> 'check-overdue' and " + condition,
                patient.value(),
                event);
    }

    private void alerts(long count, String condition) {
        await().untilAsserted(
                        () -> assertThat(ward.count("alert where patient_id = ? and " + condition, patient.value()))
                                .isEqualTo(count));
    }

    @Test
    void tenHoursThatComeAtOnceAreOneAlert() {
        ward.admit(patient, 48);
        var readings = new String[120];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = vitals(
                    "c-" + i + "-" + patient.value(),
                    patient,
                    5L * (readings.length - i),
                    i % 2 == 0 ? "\"temperature\":38.5,\"systolic\":112" : "\"temperature\":37.0,\"systolic\":84");
        }

        ward.send(patient, readings);

        try (var _ = bench.run()) {
            ward.awaitState("c-119-" + patient.value(), "applied");
        }
        assertThat(eventCount("raised", "e.alert ->> 'type' <> 'grade-amended'"))
                .as("what stands now")
                .isEqualTo(1);
        assertThat(eventCount("raised", "e.alert ->> 'type' = 'grade-amended'"))
                .as("what was otherwise")
                .isLessThanOrEqualTo(1);
        assertThat(ward.count(
                        "alert where patient_id = ? and condition = 'crs-grade:2' and state <> 'resolved'",
                        patient.value()))
                .isEqualTo(1);
        assertThat(ward.count("alert where patient_id = ? and condition = 'crs-grade:2'", patient.value()))
                .as("recorded")
                .isGreaterThan(50);
    }

    @Test
    void whatIsOverBeforeItIsKnownIsRecordedAndNotTold() {
        ward.admit(patient, 48);

        ward.send(
                patient,
                vitals(id(), patient, 90, "\"temperature\":37,\"systolic\":120"),
                vitals(id(), patient, 80, "\"temperature\":38.6,\"systolic\":84"),
                vitals(id(), patient, 40, "\"systolic\":120"));

        try (var _ = bench.run()) {
            alerts(1, "condition = 'crs-grade:2' and resolution = 'passed'");
        }
        assertThat(ward.count(
                        "alert where patient_id = ? and condition = 'crs-grade:2' and state <> 'resolved'",
                        patient.value()))
                .isZero();
    }
}
