package health.vigil.monitor.loop;

import health.vigil.grading.Grade;
import health.vigil.observation.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.id;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.retraction;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

/// Two senders use one id. The result does not depend on the order of their records.
@ExtendWith(OneMonitor.class)
class SendersTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();

    private Grade crs(PatientId patient) {
        return bench.charts()
                .report(patient, Optional.empty(), Optional.empty())
                .orElseThrow()
                .report()
                .crs()
                .grade();
    }

    private static String by(String sender, String role, String record) {
        return with(record, "\"enteredBy\":\"%s\",\"enteredByRole\":\"%s\"".formatted(sender, role));
    }

    private static String with(String record, String field) {
        return record.substring(0, record.lastIndexOf('}')) + "," + field + "}";
    }

    private static String severe(String id, PatientId patient) {
        return by("one", "integration", vitals(id, patient, 10, "\"temperature\":39,\"systolic\":80"));
    }

    private static String mild(String id, PatientId patient) {
        return by("other", "integration", vitals(id, patient, 10, "\"temperature\":38.5,\"systolic\":120"));
    }

    private static List<List<String>> orders(List<String> records) {
        if (records.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<String>>();
        for (var first : records) {
            var rest = records.stream().filter(record -> !record.equals(first)).toList();
            for (var order : orders(rest)) {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    private void awaitApplied(PatientId patient, int observations) {
        await().untilAsserted(() -> assertThat(ward.count("observation where patient_id = ?", patient.value()))
                .isEqualTo(observations));
    }

    private Optional<String> withdrawn(PatientId patient) {
        return ward.text(
                "select string_agg(sender, ',' order by sender) as t from observation"
                        + " where patient_id = ? and retracted_at is not null",
                patient.value());
    }

    @Test
    void whatANurseWithdrawsByNameIsWithdrawnInEveryOrder() {
        for (int order = 0; order < 6; order++) {
            var patient = newPatient();
            ward.admit(patient, 48);
            var id = id();
            var named = with(retraction(id(), patient, id), "\"sender\":\"one\"");
            var records = List.of(severe(id, patient), mild(id, patient), by("nurse", "nurse", named));

            ward.send(patient, orders(records).get(order).toArray(String[]::new));

            awaitApplied(patient, 3);
            assertThat(withdrawn(patient)).as("order " + order).contains("one");
            assertThat(crs(patient)).as("order " + order).isEqualTo(Grade.ONE);
        }
    }

    @Test
    void aCorrectionReplacesTheSameSendersInEveryOrder() {
        for (int order = 0; order < 6; order++) {
            var patient = newPatient();
            ward.admit(patient, 48);
            var id = id();
            var correction = with(vitals(id(), patient, 10, "\"temperature\":38.6"), "\"corrects\":\"" + id + "\"");
            var records = List.of(severe(id, patient), mild(id, patient), by("one", "integration", correction));

            ward.send(patient, orders(records).get(order).toArray(String[]::new));

            awaitApplied(patient, 3);
            assertThat(withdrawn(patient)).as("order " + order).contains("one");
            assertThat(crs(patient)).as("order " + order).isEqualTo(Grade.ONE);
        }
    }

    /// Both count from 1, each for another patient; the retraction of one arrives before its target.
    @Test
    void aRetractionThatNamesNobodyWaitsForTheOwnAndLeavesAnotherPatientsAlone() {
        var mine = newPatient();
        var others = newPatient();
        ward.admit(mine, 48);
        ward.admit(others, 48);
        var id = id();
        ward.send(others, severe(id, others));
        awaitApplied(others, 1);

        ward.send(mine, by("other", "integration", retraction(id(), mine, id)), mild(id, mine));

        awaitApplied(mine, 2);
        assertThat(withdrawn(mine)).contains("other");
        assertThat(withdrawn(others)).isEmpty();
        assertThat(crs(others)).isEqualTo(Grade.TWO);
    }

    @Test
    void aRetractionThatCouldMeanTwoIsPutAsideWithTheirNames() {
        var patient = newPatient();
        ward.admit(patient, 48);
        var id = id();
        var retraction = id();
        ward.send(
                patient,
                severe(id, patient),
                mild(id, patient),
                by("nurse", "nurse", retraction(retraction, patient, id)));

        await().untilAsserted(() -> assertThat(ward.text(
                        "select detail as t from quarantine where observation_id = ? and reason = 'ambiguous-target'",
                        retraction))
                .hasValueSatisfying(detail -> assertThat(detail).contains("one, other")));
        assertThat(withdrawn(patient)).isEmpty();
    }
}
