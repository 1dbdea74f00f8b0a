package health.vigil.monitor.loop;

import health.vigil.grading.Grade;
import health.vigil.grading.Policy;
import health.vigil.grading.PressureLimits;
import health.vigil.history.EpisodeReport;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

/// A hospital that changes its policy changes no past grade silently.
class PolicyActivationTest {
    private static final String SHOWN =
            "grade_change where patient_id = ? and syndrome = 'crs' and superseded_at is null";
    private static final String BY_POLICY = SHOWN + " and cause = 'policy' and previous = ? and grade = ?"
            + " and policy_version = ? and not amendment";

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId patient = newPatient();
    private final Policy other = Policies.withMapLimit("60");

    @Test
    void otherNumbersGradeFromNowOnAndWhatWasToldKeepsItsOwn() {
        ward.admit(patient, 48);
        var pressure = id();
        try (var _ = bench.run()) {
            ward.send(patient, temperature(id(), patient, 38.5, 60), vitals(pressure, patient, 50, mean("62")));
            ward.awaitState(pressure, "applied");
        }
        var before = MonitoredWard.now();

        try (var _ = bench.run(other)) {
            await().untilAsserted(() -> assertThat(ward.count(BY_POLICY, patient.value(), 2, 1, other.version()))
                    .isEqualTo(1));
            assertThat(ward.count(SHOWN + " and policy_version = 'default'", patient.value()))
                    .isEqualTo(2);
            assertThat(report(Optional.of(before))).isEqualTo("2 by default");
            assertThat(report(Optional.empty())).isEqualTo("1 by " + other.version());
            aLateObservationIsJudgedByTheNumbersOfItsTime();
        }
        try (var _ = bench.run()) {
            await().untilAsserted(() -> assertThat(ward.count(BY_POLICY, patient.value(), 1, 2, "default"))
                    .isEqualTo(1));
        }
    }

    private void aLateObservationIsJudgedByTheNumbersOfItsTime() {
        var low = id();

        ward.send(patient, vitals(low, patient, 40, mean("63")));

        ward.awaitState(low, "applied");
        assertThat(ward.count(SHOWN + " and policy_version = 'default'", patient.value()))
                .isEqualTo(2);
        assertThat(ward.count(BY_POLICY, patient.value(), 2, 1, other.version()))
                .isEqualTo(1);
    }

    @Test
    void theSameNumbersChangeNothing() {
        ward.admit(patient, 48);
        try (var _ = bench.run()) {
            var terms = ward.count("rules_in_force");
            try (var _ = bench.run()) {
                var fever = id();
                ward.send(
                        patient,
                        observation(fever, patient, MonitoredWard.now(), "vital-signs", "\"temperature\":38.5"));
                ward.awaitState(fever, "applied");
            }

            assertThat(ward.count("rules_in_force")).isEqualTo(terms);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String mean(String mmHg) {
        return "\"meanArterialPressure\":" + mmHg;
    }

    private String report(Optional<Instant> at) {
        return bench.charts()
                .report(patient, at, Optional.empty())
                .map(PolicyActivationTest::text)
                .orElseThrow();
    }

    private static String text(EpisodeReport report) {
        Grade grade = report.report().crs().grade();
        return grade.number().orElseThrow() + " by " + report.policyVersion();
    }

    /// The published policy with one change.
    private static final class Policies {
        static Policy withMapLimit(String mmHg) {
            var usual = Policy.DEFAULT;
            var limits = usual.pressure();
            return new Policy(
                    "local-" + UUID.randomUUID(),
                    usual.feverThreshold(),
                    usual.feverWindow(),
                    usual.bloodPressureWindow(),
                    usual.spo2Window(),
                    usual.fluidBolusWindow(),
                    usual.antipyreticWindow(),
                    usual.vasopressorOverlap(),
                    usual.crsResolution(),
                    usual.crsResolutionTreated(),
                    usual.attributionLimit(),
                    usual.supportConfirmation(),
                    usual.repeatInterval(),
                    usual.temperatureStaleness(),
                    usual.neuroCheckWindow(),
                    usual.seizureWindow(),
                    usual.saturation(),
                    new PressureLimits(
                            limits.absoluteSystolic(),
                            limits.absoluteMean(),
                            limits.absoluteChildMargin(),
                            limits.ownBaselinePercent(),
                            limits.systolic(),
                            new BigDecimal(mmHg),
                            limits.relativePercent(),
                            limits.relativeLimit()));
        }
    }
}
