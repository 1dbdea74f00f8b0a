package health.vigil.api.grade;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.store.BoardFacts;
import health.vigil.store.BoardFacts.LastValue;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries;
import health.vigil.store.Sql;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// Measures the reads for the last values of a board: for a patient with a reading every second, only the hours
/// that contain them are read.
@ServiceTest
class BoardPlanTest {
    /// After this many executions PostgreSQL may use a generic plan.
    private static final int TIMES = 14;

    private static final int READINGS = 20_000;
    private static final int HOUR = 3600;

    private static final String FILL =
            "insert into observation (patient_id, effective_at, id, kind, received_at, content,"
                    + " graded) select ?, ?::timestamptz + second * interval '1 s', ? || second, 'vital-signs', now(),"
                    + " case when second = 1 then '{\"temperature\": 38.1}'::jsonb else '{\"heartRate\": 80}' end, true"
                    + " from generate_series(1, ?) as second";
    private static final String READ = "select seq_tup_read + coalesce(idx_tup_fetch, 0) as rows"
            + " from pg_stat_xact_user_tables where relname = 'observation'";

    @Inject
    Database database;

    @Inject
    GradeQueries grades;

    @Test
    void onlyTheHoursThatHoldThemAreRead() {
        var patient = AdmittedPatient.daysAgo(2);
        database.execute(
                sql -> sql.update(FILL, patient.patientId(), patient.infusedAt(), patient.patientId() + "-", READINGS));
        database.execute(sql -> sql.update("analyze observation"));
        await().untilAsserted(() ->
                assertThat(StaleVitalHours.count(database, patient)).isZero());
        var report = grades.report(new PatientId(patient.patientId()), Optional.empty(), Optional.empty())
                .orElseThrow();
        var episodes = List.of(report.episode());

        var read = database.read(sql -> {
            for (int time = 1; time < TIMES; time++) {
                BoardFacts.of(sql, episodes, patient.ward(), sql.now());
            }
            var before = rows(sql);
            var found = BoardFacts.of(sql, episodes, patient.ward(), sql.now());
            var facts = Optional.ofNullable(found.get(report.episodeId())).orElseThrow();
            assertThat(facts.lastValues().get(VitalSign.TEMPERATURE))
                    .isEqualTo(new LastValue(
                            new BigDecimal("38.1"), patient.infusedAt().plusSeconds(1)));
            return rows(sql) - before;
        });

        assertThat(read).isLessThan(2L * HOUR);
    }

    private static long rows(Sql sql) {
        return sql.first(READ, row -> row.number("rows")).orElseThrow();
    }
}
