package health.vigil.monitor.loop;

import health.vigil.grading.Grade;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.stream.PatientPartitioner;
import health.vigil.stream.StreamRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.now;
import static org.assertj.core.api.Assertions.assertThat;

/// A monitor dies between the two sides of a move: the wrong patient has lost the readings, and the right
/// one, on another partition, has not received them.
class MoveCrashTest {
    private static final int READINGS = 3;

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId taken = newPatient();
    private final PatientId real = onAnotherPartition(taken);
    private final DeviceId device = new DeviceId("mon-" + UUID.randomUUID());
    private Optional<RunningMonitor> monitor = Optional.empty();

    private static PatientId onAnotherPartition(PatientId patient) {
        var other = newPatient();
        return partition(other) == partition(patient) ? onAnotherPartition(patient) : other;
    }

    private static int partition(PatientId patient) {
        return PatientPartitioner.partition(patient, MonitorBench.PARTITIONS);
    }

    /// Readings are stored for the wrong patient, and then the binding is corrected.
    @BeforeEach
    void theMonitorDiesWhenOneSideIsDone() {
        ward.admit(taken, 48);
        ward.admit(real, 48);
        ward.change(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by) values (?, ?, ?,"
                        + " tstzrange(now() - interval '3 hours', null), 'nurse')",
                UUID.randomUUID(),
                device.value(),
                taken.value());
        start();
        for (var minutes = 1; minutes <= READINGS; minutes++) {
            ward.send(taken, reading(minutes * 10));
        }
        await().untilAsserted(() -> assertThat(applied(taken)).isEqualTo(READINGS));
        ward.awaitConservation();
        stop();

        ward.change("update device_binding set patient_id = ? where device_id = ?", real.value(), device.value());
        var rebound =
                new StreamRecord.DeviceRebound(UUID.randomUUID(), device, taken, now().minus(Duration.ofHours(3)));
        ward.send(rebound);
        try (var reader = bench.reader(bench.monitoring())) {
            await().until(() -> {
                reader.turn();
                return applied(taken) == 0;
            });
        }
    }

    @AfterEach
    void stop() {
        monitor.ifPresent(RunningMonitor::close);
        monitor = Optional.empty();
    }

    private void start() {
        monitor = Optional.of(bench.run());
    }

    private String reading(int minutesAgo) {
        return "{\"id\":\"%s\",\"deviceId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"temperature\":39,\"systolic\":80}"
                .formatted(id(), device.value(), now().minus(Duration.ofMinutes(minutesAgo)));
    }

    private long applied(PatientId patient) {
        return ward.count("observation where patient_id = ? and retracted_at is null", patient.value());
    }

    private Grade crs(PatientId patient) {
        return bench.charts()
                .report(patient, Optional.empty(), Optional.empty())
                .orElseThrow()
                .report()
                .crs()
                .grade();
    }

    private void bothSidesAreRight() {
        await().untilAsserted(() -> assertThat(applied(real)).isEqualTo(READINGS));
        ward.awaitConservation();
        assertThat(applied(real)).isEqualTo(READINGS);
        assertThat(applied(taken)).isZero();
        assertThat(crs(real)).isEqualTo(Grade.TWO);
        assertThat(crs(taken)).isEqualTo(Grade.UNKNOWN);
        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'crs-grade' and state = 'open'"
                                + " and grouped_under is null",
                        real.value()))
                .isEqualTo(1);
        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'crs-grade' and state <> 'resolved'", taken.value()))
                .isZero();
        assertThat(ward.count("quarantine where state = 'open' and device_id = ?", device.value()))
                .isZero();
    }

    @Test
    void theNextMonitorBringsTheReadingsToWhomTheyBelong() {
        assertThat(applied(real)).isZero();

        start();

        bothSidesAreRight();
    }

    @Test
    void whatWasSentAndNotCrossedOutIsAppliedOnce() {
        bench.database()
                .read(sql -> sql.list(
                        "select value from outbox where key = ? order by number",
                        row -> row.text("value"),
                        real.value()))
                .forEach(value -> ward.send(real, value));

        start();

        bothSidesAreRight();
    }
}
