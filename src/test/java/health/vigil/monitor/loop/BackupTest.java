package health.vigil.monitor.loop;

import health.vigil.embedded.BaseBackup;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static health.vigil.monitor.loop.MonitoredWard.vitals;
import static org.assertj.core.api.Assertions.assertThat;

/// The database is lost and an older backup restored; the stream still contains all later records.
class BackupTest {
    private static final int PATIENTS = 8;

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final List<PatientId> patients =
            IntStream.range(0, PATIENTS).mapToObj(_ -> newPatient()).toList();

    /// The results for the patients.
    ///
    /// @param grades all current changes, and the grades with their reasons at a few times
    /// @param alerts their ids and conditions; without overdue checks, which begin when a round looks
    private record StoredResult(List<String> grades, Set<String> alerts) {}

    @Test
    void aRestoredBackupComesToTheSameGradesAndNoReadingRaisesAnAlertUnderASecondId() throws Exception {
        patients.forEach(patient -> ward.admit(patient, 48));
        try (var _ = bench.run()) {
            send(
                    "morning",
                    patient -> vitals(id("morning", patient), patient, 90, "\"temperature\":38.4,\"systolic\":120"));
        }
        var backup = BaseBackup.take(bench.stack());
        try (var _ = bench.run()) {
            sinceTheBackup();
        }
        var at = Instant.now();
        var before = storedResult(bench, at);
        assertThat(before.alerts()).hasSizeGreaterThan(2 * PATIENTS);

        try (var restored = backup.restore()) {
            var other = bench.over(restored.jdbcUrl());
            assertThat(storedResult(other, at)).as("an older state").isNotEqualTo(before);
            try (var _ = other.run()) {
                patients.forEach(patient -> other.ward().awaitState(id("last", patient), "applied"));
                other.ward().awaitConservation();
            }

            assertThat(storedResult(other, at)).isEqualTo(before);
        }
    }

    /// Pressures fall, a late reading arrives, and one is retracted.
    private void sinceTheBackup() {
        send("low", patient -> vitals(id("low", patient), patient, 40, "\"systolic\":80"));
        send("late", patient -> temperature(id("late", patient), patient, 39.1, 120));
        send(
                "taken-back",
                patient -> MonitoredWard.retraction(id("taken-back", patient), patient, id("late", patient)));
        send("last", patient -> vitals(id("last", patient), patient, 5, "\"spo2\":97"));
    }

    private void send(String what, Function<PatientId, String> observation) {
        patients.forEach(patient -> ward.send(patient, observation.apply(patient)));
        patients.forEach(patient -> ward.awaitState(id(what, patient), "applied"));
        ward.awaitConservation();
    }

    private static String id(String what, PatientId patient) {
        return what + "-" + patient.value();
    }

    private StoredResult storedResult(MonitorBench bench, Instant at) {
        var names = patients.stream().map(PatientId::value).toArray(String[]::new);
        var changes = bench.database()
                .read(sql -> sql.list(
                        "select concat_ws(' ', patient_id, syndrome, at, previous, grade, observation_id) as told"
                                + " from grade_change where superseded_at is null and patient_id = any(string_to_array(?, ' '))"
                                + " order by 1",
                        row -> row.text("told"),
                        String.join(" ", names)));
        var reports = patients.stream()
                .flatMap(patient -> IntStream.of(100, 60, 30, 0)
                        .mapToObj(minutesAgo -> report(bench, patient, at.minusSeconds(60L * minutesAgo))));
        var alerts = bench.database()
                .read(sql -> sql.list(
                        "select concat_ws(' ', id, patient_id, type, condition, effective_at, observation_id) as told"
                                + " from alert where patient_id = any(string_to_array(?, ' ')) and type <> 'check-overdue'",
                        row -> row.text("told"),
                        String.join(" ", names)));
        return new StoredResult(Stream.concat(changes.stream(), reports).toList(), new TreeSet<>(alerts));
    }

    private static String report(MonitorBench bench, PatientId patient, Instant at) {
        return bench.charts()
                .report(patient, Optional.of(at), Optional.empty())
                .map(told -> told.report().toString())
                .orElseThrow();
    }
}
