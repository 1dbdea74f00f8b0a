package health.vigil.monitor.loop;

import health.vigil.observation.PatientId;
import health.vigil.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/// Law 10: an overdue check raises one alert, whichever replicas are alive. Two monitors run all the time.
class AbsenceTest {
    private static final String WELL = "\"temperature\":36.8,\"systolic\":120";
    private static final String FEBRILE = "\"temperature\":38.6,\"systolic\":120";

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

    private void send(Instant at, String kind, String fields) {
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
        var episode = ward.watch(patient, now().minus(Duration.ofMinutes(15)).plusSeconds(2));

        overdue("vital-signs", 1, "open");
        assertThat(timers(episode)).isEqualTo(1);
        send(now(), "vital-signs", WELL);

        overdue("vital-signs", 1, "resolved");
        assertThat(timers(episode)).isEqualTo(1);
        assertThat(ward.count(
                        "alert_event e join alert a on a.id = e.alert_id where a.patient_id = ? and e.event = 'raised'"
                                + " and a.condition = 'check-overdue:vital-signs'",
                        patient.value()))
                .isEqualTo(1);
    }

    @Test
    void aCheckAlarmsWhenItsGraceIsOver() {
        ward.watch(patient, now().minus(Duration.ofMinutes(15)).plusSeconds(1));

        overdue("vital-signs", 1, "open");

        assertThat(ward.count(
                        "alert where patient_id = ? and raised_at < effective_at + ? * interval '1 ms'",
                        patient.value(),
                        MonitorBench.GRACE.toMillis()))
                .isZero();
    }

    /// Field case 23: a monitor that sends SpO2 alone.
    @Test
    void spo2AloneIsNoCheckOfVitalSigns() {
        ward.watch(patient, now().minus(Duration.ofHours(23)));
        send(now().minus(Duration.ofHours(22)), "vital-signs", "\"temperature\":37.8,\"systolic\":118,\"spo2\":97");
        overdue("vital-signs", 1, "open");

        for (int minutes = 60; minutes >= 0; minutes -= 5) {
            send(now().minus(Duration.ofMinutes(minutes)), "vital-signs", "\"spo2\":97");
        }
        ward.awaitConservation();
        send(now(), "vital-signs", "\"temperature\":12.0,\"systolic\":118");
        ward.awaitConservation();

        overdue("vital-signs", 1, "open");
        assertThat(detail("vital-signs"))
                .hasValueSatisfying(words ->
                        assertThat(words).matches("Vital signs due .*: no temperature, blood pressure since .*"));
        send(now(), "vital-signs", "\"temperature\":37.1");
        overdue("vital-signs", 1, "resolved");
    }

    private Optional<String> detail(String check) {
        return ward.text(
                "select detail as t from alert where patient_id = ? and condition = 'check-overdue:" + check + "'",
                patient.value());
    }

    @Test
    void oneResultDoesNotDoTheLaboratory() {
        ward.watch(patient, now().minus(Duration.ofHours(30)));
        overdue("labs", 1, "open");
        var set =
                List.of("platelets", "neutrophils", "crp", "ferritin", "creatinine", "ast", "bilirubin", "fibrinogen");

        result("haemoglobin");
        set.subList(1, set.size()).forEach(this::result);
        ward.awaitConservation();
        overdue("labs", 1, "open");

        result(set.getFirst());
        overdue("labs", 1, "resolved");
    }

    private void result(String analyte) {
        var unit = switch (analyte) {
            case "platelets", "neutrophils" -> "10*9/L";
            case "haemoglobin", "fibrinogen" -> "g/L";
            case "creatinine", "bilirubin" -> "umol/L";
            case "ast" -> "U/L";
            case "ferritin" -> "ug/L";
            default -> "mg/L";
        };
        send(now(), "lab-result", "\"analyte\":\"%s\",\"value\":3,\"unit\":\"%s\"".formatted(analyte, unit));
    }

    @Test
    void aCheckThatWasNotDoneIsAskedForAgainLater() {
        ward.watch(patient, now().minus(Duration.ofHours(20)));
        overdue("ice", 1, "open");

        send(now(), "neuro-check", "\"notDone\":[\"ice\"],\"notDoneReason\":\"asleep\"");
        overdue("ice", 1, "resolved");

        send(now().minus(Duration.ofHours(3)), "neuro-check", "\"consciousness\":\"awake\"");
        ward.awaitConservation();
        overdue("ice", 0, "open");
    }

    @Test
    void supportThatNobodyChartsIsToBeConfirmed() {
        ward.watch(patient, now().minus(Duration.ofHours(20)));
        send(
                now().minus(Duration.ofHours(12)).plusSeconds(3),
                "oxygen-therapy",
                "\"device\":\"simple-mask\",\"flow\":8");

        overdue("confirm-support", 1, "open");
        assertThat(detail("confirm-support"))
                .hasValueSatisfying(words -> assertThat(words).contains("no record of the oxygen since"));

        send(now(), "oxygen-therapy", "\"device\":\"simple-mask\",\"flow\":8");
        overdue("confirm-support", 1, "resolved");
    }

    @Test
    void gradeTwoByASingleReadingIsToBeRepeated() {
        ward.watch(patient, now().minus(Duration.ofHours(20)));
        send(now().minus(Duration.ofHours(1)), "vital-signs", FEBRILE);
        send(now().minus(Duration.ofMinutes(15)).plusSeconds(3), "vital-signs", "\"temperature\":38.4,\"systolic\":87");

        overdue("repeat-reading", 1, "open");
        assertThat(detail("repeat-reading"))
                .hasValueSatisfying(words -> assertThat(words).contains("no blood pressure since"));

        send(now(), "vital-signs", "\"systolic\":88");
        overdue("repeat-reading", 1, "resolved");
    }

    @Test
    void aRiseInGradeMakesChecksDueEarlier() {
        ward.watch(patient, now().minus(Duration.ofHours(13)));
        overdue("vital-signs", 1, "open");
        overdue("ice", 1, "open");
        send(now().minus(Duration.ofHours(3)), "vital-signs", WELL);
        send(now().minus(Duration.ofMinutes(510)), "neuro-check", "\"ice\":10");
        overdue("vital-signs", 1, "resolved");
        overdue("ice", 1, "resolved");

        send(now().minus(Duration.ofHours(2).plusMinutes(1)), "vital-signs", FEBRILE);

        overdue("ice", 1, "open");
        overdue("vital-signs", 1, "open");
    }

    @Test
    void aCheckThatIsTakenBackWasNotDone() {
        ward.watch(patient, now().minus(Duration.ofHours(9)));
        overdue("vital-signs", 1, "open");
        var vitals = id();
        ward.send(patient, observation(vitals, patient, now(), "vital-signs", WELL));
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
        bench.database().execute(sql -> Timers.makeDue(sql, kind, List.of(subject)));
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

        send(now(), "death", "\"cause\":\"other\"," + MonitoredWard.BY_A_PHYSICIAN);

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
        reading(device, now());
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

    @Test
    void silenceIsMeasuredByReceiptOfWhatIsUsed() {
        ward.admit(patient, 3);
        var device = "monitor-" + id();
        ward.change(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)"
                        + " values (?, ?, ?, tstzrange(now() - interval '1 hour', null), 'nurse', 2)",
                UUID.randomUUID(),
                device,
                patient.value());
        hurry(Timers.DEVICE, device);
        silent("open");

        reading(device, now().plus(Duration.ofDays(30)));
        ward.awaitConservation();
        silent("resolved", 0);
        silent("open");

        reading(device, now().minus(Duration.ofMinutes(30)));

        silent("resolved");
    }

    private void reading(String device, Instant at) {
        ward.send(
                patient,
                "{\"id\":\"%s\",\"deviceId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",\"spo2\":97}"
                        .formatted(id(), device, at));
    }

    private void silent(String state) {
        silent(state, 1);
    }

    private void silent(String state, long times) {
        await().untilAsserted(() -> assertThat(ward.count(
                        "alert where patient_id = ? and type = 'device-silent' and state = ?", patient.value(), state))
                .isEqualTo(times));
    }
}
