package health.vigil.api.grade;

import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.api.Visibility;
import health.vigil.grading.Policy;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.ChartLoader;
import health.vigil.store.CountedStatements;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries;
import health.vigil.store.HospitalSettings;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A board needs as many statements for a full ward as for three patients.
@ServiceTest
class BoardStatementsTest {
    @Inject
    DataSource source;

    @Inject
    ChartLoader charts;

    @Inject
    Policy policy;

    @Inject
    CheckPlan plan;

    @Inject
    HospitalSettings hospital;

    @Inject
    Visibility visible;

    @Inject
    MonitorWrites writes;

    private String ward(int patients) {
        var ward = "ward-" + UUID.randomUUID();
        for (int bed = 1; bed <= patients; bed++) {
            var form = AdmittedPatient.form(
                    "p-" + UUID.randomUUID(), ward, Instant.now().minusSeconds(72 * 3600));
            form.put("bed", Integer.toString(bed));
            observe(AdmittedPatient.admit(form));
        }
        return ward;
    }

    private void observe(AdmittedPatient patient) {
        var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        writes.insert(List.of(
                MonitorWrites.observation(
                        patient,
                        at,
                        new VitalSigns(Map.of(VitalSign.TEMPERATURE, new BigDecimal("38.4")), Optional.empty())),
                MonitorWrites.observation(
                        patient,
                        at,
                        new OxygenTherapy(
                                OxygenDevice.NASAL_CANNULA,
                                Optional.empty(),
                                Optional.of(BigDecimal.TWO),
                                Optional.empty(),
                                Optional.of(OxygenReason.HYPOXIA)))));
        writes.raise(patient);
    }

    private int statements(String ward, int patients) {
        var counted = new CountedStatements(source);
        var database = new Database(counted.source());
        var board = new Board(database, new GradeQueries(database, charts, policy), plan, hospital, visible);

        assertThat(board.of(ward, Optional.empty())).hasSize(patients).allSatisfy(row -> {
            assertThat(row.crs().grade()).isPresent();
            assertThat(row.lastValues()).containsKey("temperature");
            assertThat(row.oxygen()).isPresent();
            assertThat(row.openAlerts()).isNotEmpty();
        });
        assertThat(counted.connections()).isOne();
        return counted.count();
    }

    /// The overdue checks of a response come from the same snapshot as its grade.
    @Test
    void aGradeAndItsOverdueChecksAreOfOneSnapshot() {
        var patient = AdmittedPatient.daysAgo(3);
        var counted = new CountedStatements(source);
        var database = new Database(counted.source());
        var grades = new Grades(new GradeQueries(database, charts, policy), plan, database, hospital, visible);

        var read = grades.read(new PatientId(patient.patientId()), Optional.empty(), Optional.empty(), Set.of());

        assertThat(read.compared().report().episodeId()).hasToString(patient.episodeId());
        assertThat(read.checks()).isNotEmpty();
        assertThat(counted.connections()).isOne();
    }

    @Test
    void aFullWardTakesAsManyStatementsAsThreePatients() {
        var few = ward(3);
        var many = ward(30);

        assertThat(statements(many, 30)).isPositive().isEqualTo(statements(few, 3));
    }
}
