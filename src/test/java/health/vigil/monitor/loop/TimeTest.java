package health.vigil.monitor.loop;

import health.vigil.grading.Grade;
import health.vigil.history.EpisodeReport;
import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.retraction;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OneMonitor.class)
class TimeTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();

    @Test
    void aWindowThatRunsOutChangesTheGradeByItself() {
        var patient = newPatient();
        ward.admit(patient, 72);
        var fever = id();
        var almostADayAgo = Instant.now().minus(Duration.ofHours(24)).plusSeconds(4);

        ward.send(
                patient,
                observation(fever, patient, almostADayAgo, "vital-signs", "\"temperature\":38.5"),
                temperature(id(), patient, 37, 60));

        ward.awaitState(fever, "applied");
        assertThat(ward.count(
                        "timer join episode on subject = episode.id::text where kind = 'grade' and patient_id = ?",
                        patient.value()))
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(ward.count(
                        "grade_change where patient_id = ? and syndrome = 'crs' and cause = 'time'"
                                + " and superseded_at is null and previous = 1 and not amendment",
                        patient.value()))
                .isEqualTo(1));
        await().untilAsserted(() -> assertThat(ward.text(
                        "select state as t from alert where patient_id = ? and type = 'crs-grade'", patient.value()))
                .contains("resolved"));
    }

    @Test
    void aGradeIsToldAsItWasKnown() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = id();
        ward.send(patient, temperature(fever, patient, 38.5, 60));
        ward.awaitState(fever, "applied");
        var before = ward.databaseTime();
        var withdrawal = id();

        ward.send(patient, retraction(withdrawal, patient, fever));

        ward.awaitState(withdrawal, "applied");
        assertThat(crs(patient.value(), Optional.of(before))).isEqualTo(Grade.ONE);
        assertThat(crs(patient.value(), Optional.empty())).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void aCorrectedReadingCountsInWhatWasKnownBeforeTheCorrection() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var fever = id();
        var pulse = id();
        ward.send(patient, temperature(fever, patient, 38.5, 60), vitals(pulse, patient, 40, "\"heartRate\":90"));
        ward.awaitState(pulse, "applied");
        var before = ward.databaseTime();
        var correction = id();

        ward.send(patient, vitals(correction, patient, 10, "\"temperature\":37.0,\"corrects\":\"" + fever + "\""));

        ward.awaitState(correction, "applied");
        assertThat(ward.count(
                        "checkpoint where episode_id in (select id from episode where patient_id = ?)"
                                + " and as_of > clock_timestamp() - interval '50 min'",
                        patient.value()))
                .isPositive();
        var at = Optional.of(Instant.now().minus(Duration.ofMinutes(15)));
        assertThat(crs(patient.value(), at, Optional.of(before))).isEqualTo(Grade.ONE);
        assertThat(crs(patient.value(), at, Optional.empty())).isEqualTo(Grade.UNKNOWN);
    }

    private Grade crs(String patient, Optional<Instant> knownAt) {
        return crs(patient, Optional.empty(), knownAt);
    }

    private Grade crs(String patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return bench.charts()
                .report(new PatientId(patient), at, knownAt)
                .map(EpisodeReport::report)
                .orElseThrow()
                .crs()
                .grade();
    }

    @Test
    void inOrderReadingsKeepARecentCheckpointAndFewOthers() {
        var patient = newPatient();
        var episode = ward.admit(patient, 48);
        var start = Instant.now().minus(Duration.ofHours(1));
        var values = new String[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = observation(
                    "h-" + episode + "-" + i, patient, start.plusSeconds(i), "vital-signs", "\"temperature\":37.2");
        }

        ward.send(patient, values);

        ward.awaitState("h-" + episode + "-599", "applied");
        assertThat(ward.count("checkpoint where episode_id = ?", episode)).isBetween(2L, 80L);
        assertThat(ward.count("checkpoint where episode_id = ? and observations > 599 - 16", episode))
                .isPositive();
    }
}
