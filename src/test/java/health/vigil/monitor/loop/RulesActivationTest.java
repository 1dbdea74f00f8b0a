package health.vigil.monitor.loop;

import health.vigil.grading.Policy;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

/// A new rule set comes into force like a policy: grades recorded by the old one stay.
///
/// The history by `ASTCT-2019/1` is written by hand: it graded SpO2 82 % on oxygen for comfort as CRS 1,
/// which is CRS 2 now.
class RulesActivationTest {
    private static final String OTHERS = "ASTCT-2019/1";
    private static final String CHANGES = "grade_change where patient_id = ? and syndrome = 'crs'";

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId patient = newPatient();
    private UUID episode = UUID.randomUUID();

    @BeforeEach
    void aPatientWhomOtherRulesHaveGraded() {
        episode = ward.admit(patient, 48);
        var saturation = id();
        try (var _ = bench.run()) {
            ward.send(
                    patient,
                    temperature(id(), patient, 38.5, 120),
                    observation(
                            id(),
                            patient,
                            MonitoredWard.now().minusSeconds(6600),
                            "oxygen-therapy",
                            "\"device\":\"nasal-cannula\",\"reason\":\"comfort\""),
                    vitals(saturation, patient, 100, "\"spo2\":82"));
            ward.awaitState(saturation, "applied");
            assertThat(currentChanges(2, Policy.RULE_SET)).isEqualTo(1);
        }
        ward.change(
                "delete from grade_change where patient_id = ? and syndrome = 'crs' and grade = 2", patient.value());
        ward.change("update grade_change set rule_set = ? where patient_id = ?", OTHERS, patient.value());
        ward.change("update episode set rules_graded_to = null where patient_id = ?", patient.value());
        ward.change("delete from checkpoint where episode_id = ?", episode);
        otherRulesWereInForce();
    }

    private void otherRulesWereInForce() {
        ward.change("delete from rules_in_force");
        ward.change("insert into rules_in_force (since, rule_set, version, numbers)" + " values (to_timestamp(0), '"
                + OTHERS + "', 'default', '{}')");
    }

    @Test
    void fromTheTurnOnTheseRulesGradeAndWhatWasToldBeforeStands() {
        var before = MonitoredWard.now();
        try (var _ = bench.run()) {
            awaitTurn();

            assertThat(ward.count(CHANGES + " and rule_set = ? and at < ?", patient.value(), OTHERS, before))
                    .isEqualTo(1);
            assertThat(ward.count(
                            "alert where patient_id = ? and type = 'crs-grade' and condition = 'crs-grade:2'"
                                    + " and state <> 'resolved'",
                            patient.value()))
                    .isEqualTo(1);
        }
    }

    @Test
    void lateDataOfTheTimeBeforeLeaveWhatWasToldAsItWas() {
        try (var _ = bench.run()) {
            awaitTurn();
            var late = id();

            ward.send(patient, vitals(late, patient, 110, "\"systolic\":70,\"temperature\":39"));
            ward.awaitState(late, "applied");

            assertThat(ward.count(CHANGES + " and superseded_at is not null and rule_set = ?", patient.value(), OTHERS))
                    .isZero();
            assertThat(ward.count(CHANGES + " and at < ?", patient.value(), turn()))
                    .isEqualTo(1);
            assertThat(currentChanges(2, Policy.RULE_SET)).isEqualTo(1);
        }
    }

    @Test
    void whatOtherRulesToldAfterTheTurnIsToldAnew() {
        try (var _ = bench.run()) {
            awaitTurn();
        }
        ward.change(
                "insert into grade_change (episode_id, patient_id, syndrome, at, previous, grade, cause, known_at,"
                        + " amendment, rule_set, policy_version)"
                        + " values (?, ?, 'crs', now(), 2, 1, 'time', now(), false, ?, 'default')",
                episode,
                patient.value(),
                OTHERS);
        ward.change("update episode set graded_to = now() where id = ?", episode);

        try (var _ = bench.run()) {
            await().untilAsserted(() -> assertThat(ward.count(
                            CHANGES + " and rule_set = ? and superseded_at is not null", patient.value(), OTHERS))
                    .isEqualTo(1));
            assertThat(currentChanges(2, Policy.RULE_SET)).isEqualTo(1);
        }
    }

    private void awaitTurn() {
        await().untilAsserted(() -> assertThat(ward.count(
                        CHANGES + " and cause = 'rules' and previous = 1 and grade = 2 and rule_set = ? and at = ?",
                        patient.value(),
                        Policy.RULE_SET,
                        turn()))
                .isEqualTo(1));
    }

    private Instant turn() {
        return ward.text("select max(since)::text as t from rules_in_force where rule_set = ?", Policy.RULE_SET)
                .map(text -> Instant.parse(text.replace(' ', 'T').replace("+00", "Z")))
                .orElse(Instant.EPOCH);
    }

    private long currentChanges(int grade, String ruleSet) {
        return ward.count(
                CHANGES + " and superseded_at is null and grade = ? and rule_set = ?", patient.value(), grade, ruleSet);
    }
}
