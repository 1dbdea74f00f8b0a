package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import health.vigil.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.now;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.retraction;
import static org.assertj.core.api.Assertions.assertThat;

/// Law 10: absence alarms, once, whichever replicas live. Two monitors run all the time.
class AbsenceTest {
    private static RunningMonitor one;
    private static RunningMonitor other;

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId patient = newPatient();

    @BeforeAll
    static void start() {
        one = MonitorBench.shared().run();
        other = MonitorBench.shared().run();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void seen(Instant at, String kind, String fields) {
        ward.send(patient, observation(id(), patient, at, kind, fields));
    }

    private void overdue(String check, long times, String state) {
        await().untilAsserted(() -> assertThat(ward.count(
                        "alert where patient_id = ? and condition = ? and state = ?",
                        patient.value(),
                        "check-overdue:" + check,
                        state))
                .isEqualTo(times));
    }

    private long timers(UUID episode) {
        return ward.count("timer where kind = 'check' and subject = ?", episode.toString());
    }

    @Test
    void anOverdueCheckAlarmsOnceAndEndsWhenItIsDone() {
        var episode = ward.watch(patient, now().minus(Duration.ofHours(4)).plusSeconds(2));

        overdue("vital-signs", 1, "open");
        assertThat(timers(episode)).isEqualTo(1);
        seen(now(), "vital-signs", "\"temperature\":36.8");

        overdue("vital-signs", 1, "resolved");
        assertThat(timers(episode)).isEqualTo(1);
        assertThat(ward.count(
                        "alert_event e join alert a on a.id = e.alert_id where a.patient_id = ? and e.event = 'raised'"
                                + " and a.condition = 'check-overdue:vital-signs'",
                        patient.value()))
                .isEqualTo(1);
    }

    @Test
    void aRiseInGradeMakesChecksDueEarlier() {
        ward.watch(patient, now().minus(Duration.ofHours(9)));
        overdue("vital-signs", 1, "open");
        seen(now().minus(Duration.ofHours(3)), "vital-signs", "\"temperature\":36.8");
        overdue("vital-signs", 1, "resolved");
        assertThat(ward.count("alert where patient_id = ? and condition = 'check-overdue:ice'", patient.value()))
                .isZero();

        seen(now().minus(Duration.ofHours(2).plusMinutes(1)), "vital-signs", "\"temperature\":38.6");

        overdue("ice", 1, "open");
        overdue("vital-signs", 1, "open");
    }

    @Test
    void aCheckThatIsTakenBackWasNotDone() {
        ward.watch(patient, now().minus(Duration.ofHours(9)));
        overdue("vital-signs", 1, "open");
        var vitals = id();
        ward.send(patient, observation(vitals, patient, now(), "vital-signs", "\"temperature\":36.8"));
        overdue("vital-signs", 1, "resolved");

        ward.send(patient, retraction(id(), patient, vitals));

        overdue("vital-signs", 1, "open");
    }

    @Test
    void aPauseEndsTheAlarmAndItsEndBringsItBack() {
        var episode = ward.watch(patient, now().minus(Duration.ofHours(5)));
        overdue("vital-signs", 1, "open");

        pause(episode, now().plusSeconds(3));

        overdue("vital-signs", 1, "resolved");
        overdue("vital-signs", 1, "open");
    }

    private void pause(UUID episode, Instant until) {
        ward.change(
                "insert into check_pause (id, episode_id, \"check\", reason, paused_from, until, paused_by)"
                        + " values (?, ?, 'vital-signs', 'asleep', ?, ?, 'nurse')",
                UUID.randomUUID(),
                episode,
                now(),
                until);
        hurry(Timers.CHECK, episode.toString());
    }

    private void hurry(String kind, String subject) {
        bench.database().execute(sql -> Timers.hurry(sql, kind, List.of(subject)));
    }

    @Test
    void dischargeEndsTheAlarmsAndTheTimer() {
        var episode = ward.watch(patient, now().minus(Duration.ofHours(5)));
        overdue("vital-signs", 1, "open");

        ward.change("update episode set status = 'ended', ended_at = now() where id = ?", episode);
        hurry(Timers.CHECK, episode.toString());

        overdue("vital-signs", 1, "resolved");
        assertThat(timers(episode)).isZero();
    }

    @Test
    void deathEndsTheAlarmsAndTheTimer() {
        var episode = ward.watch(patient, now().minus(Duration.ofHours(5)));
        overdue("vital-signs", 1, "open");

        seen(now(), "death", "\"cause\":\"other\"");

        overdue("vital-signs", 1, "resolved");
        await().untilAsserted(() -> assertThat(timers(episode)).isZero());
    }

    @Test
    void aSilentDeviceAlarmsOnceAndEndsWhenItSpeaks() {
        ward.admit(patient, now().minus(Duration.ofMinutes(5)));
        var device = "monitor-" + id();
        ward.change(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)"
                        + " values (?, ?, ?, tstzrange(now(), null), 'nurse', 2)",
                UUID.randomUUID(),
                device,
                patient.value());
        hurry(Timers.DEVICE, device);

        silent("open");
        ward.send(
                patient,
                "{\"id\":\"%s\",\"deviceId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"spo2\":97}"
                        .formatted(id(), device, now()));
        silent("resolved");

        ward.change("update device_binding set valid = tstzrange(lower(valid), now()) where device_id = ?", device);
        hurry(Timers.DEVICE, device);
        await().untilAsserted(() -> assertThat(ward.count("timer where kind = 'device' and subject = ?", device))
                .isZero());
        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'device-silent' and state <> 'resolved'",
                        patient.value()))
                .isZero();
    }

    private void silent(String state) {
        await().untilAsserted(() -> assertThat(ward.count(
                        "alert where patient_id = ? and type = 'device-silent' and state = ?", patient.value(), state))
                .isEqualTo(1));
    }
}
