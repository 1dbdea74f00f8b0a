package health.vigil.store;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.history.Episode;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.store.FhirObservations.NumberSpan;
import health.vigil.store.FhirObservations.RowPlace;
import health.vigil.store.FhirObservations.WantedRows;
import health.vigil.store.VitalReadings.TimeRange;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Counts the rows that a repeated statement reads on one connection. After some executions PostgreSQL uses a
/// generic plan, which no longer depends on the arguments.
@ServiceTest
class PlanTest {
    /// Enough for each plan that the driver and PostgreSQL may choose.
    private static final int TIMES = 14;

    private static final int READINGS = 10_000;
    private static final int ASKED_FOR = 20;

    private static final String FILL =
            "insert into observation (patient_id, effective_at, id, kind, received_at, content,"
                    + " graded) select ?, ?::timestamptz + second * interval '1 s', ? || second, 'vital-signs', now(),"
                    + " '{\"temperature\": 37.1, \"systolic\": 118}', true from generate_series(1, ?) as second";
    private static final String READ = "select seq_tup_read + coalesce(idx_tup_fetch, 0) as rows"
            + " from pg_stat_xact_user_tables where relname = 'observation'";

    @Inject
    Database database;

    private AdmittedPatient patient;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(2);
        database.execute(
                sql -> sql.update(FILL, patient.patientId(), patient.infusedAt(), patient.patientId() + "-", READINGS));
        database.execute(sql -> sql.update("analyze observation"));
    }

    @Test
    void trendsReadTheStretchesTheyAreAskedForAndNoMore() {
        var first = new TimeRange(after(0), after(ASKED_FOR / 2));
        var last = new TimeRange(after(READINGS - ASKED_FOR / 2), after(READINGS));
        var number = new PatientId(patient.patientId());

        var read = readInTheEnd(sql -> VitalReadings.within(sql, number, List.of(first, last), (_, _) -> {}));

        assertThat(read).isBetween((long) ASKED_FOR, 3L * ASKED_FOR);
    }

    /// The newest temperature and the newest pressure. They would be all readings of 10 days for a monitor that sends
    /// each second.
    @Test
    void theChecksReadTheNewestReadingsAndNoMore() {
        var episodes = List.of(episode());

        var read = readInTheEnd(
                sql -> MonitoredEpisodes.facts(sql, episodes, after(READINGS), Observations.EVER, ZoneOffset.UTC));

        assertThat(read).isBetween(2L, (long) ASKED_FOR);
    }

    @Test
    void theTimeOfTheNewestObservationIsReadFromOneRow() {
        var episodes = List.of(episode());

        var read = readInTheEnd(sql -> Observations.newest(sql, episodes, after(READINGS), Observations.EVER));

        assertThat(read).isBetween(1L, (long) ASKED_FOR);
    }

    @Test
    void aStepThroughTheChangesReadsItsRowsAndNoMore() {
        var number = new PatientId(patient.patientId());
        var begin = database.read(sql -> sql.first(
                        "select min(last_updated) as begin from observation where patient_id = ?",
                        row -> row.instant("begin"),
                        number.value()))
                .orElseThrow();
        var wanted = new WantedRows(
                List.of(new NumberSpan(number, after(0), after(READINGS))),
                Set.of(Kind.VITAL_SIGNS),
                Set.of("temperature"),
                Set.of(true),
                Optional.empty(),
                false);

        var read = readInTheEnd(
                sql -> FhirUpdates.charted(sql, wanted, new RowPlace(begin, "", ""), Observations.EVER, ASKED_FOR));

        assertThat(read).isBetween((long) ASKED_FOR, 3L * ASKED_FOR);
    }

    private Episode episode() {
        var number = new PatientId(patient.patientId());
        return database.read(sql -> Episodes.of(sql, Set.of(number), Observations.EVER))
                .getOrDefault(number, List.of())
                .getFirst();
    }

    private Instant after(int seconds) {
        return patient.infusedAt().plusSeconds(seconds);
    }

    /// The rows that the last execution read, all on one connection.
    private long readInTheEnd(Consumer<Sql> reading) {
        return database.read(sql -> {
            for (int time = 1; time < TIMES; time++) {
                reading.accept(sql);
            }
            var before = rows(sql);
            reading.accept(sql);
            return rows(sql) - before;
        });
    }

    private static long rows(Sql sql) {
        return sql.first(READ, row -> row.number("rows")).orElseThrow();
    }
}
