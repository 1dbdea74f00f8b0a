package health.vigil.api.grade;

import health.vigil.alert.DueCheck;
import health.vigil.api.NumbersView;
import health.vigil.api.Visibility;
import health.vigil.grading.scale.Scale;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries;
import health.vigil.store.GradeQueries.GradesOnScales;
import health.vigil.store.HospitalSettings;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Calculates a patient's grades with their reasons.
@ApplicationScoped
class Grades {
    private final GradeQueries grades;
    private final CheckPlan plan;
    private final Database database;
    private final HospitalSettings hospital;
    private final Visibility visible;

    Grades(GradeQueries grades, CheckPlan plan, Database database, HospitalSettings hospital, Visibility visible) {
        this.grades = grades;
        this.plan = plan;
        this.database = database;
        this.hospital = hospital;
        this.visible = visible;
    }

    /// The answer to a user who may read something of the patient.
    ///
    /// @param scales other scales to add to the response
    /// @throws ProblemException 404
    GradeView view(String patientId, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        var read = database.read(sql -> {
            visible.requireReadable(sql, patientId);
            return read(sql, new PatientId(patientId), at, knownAt, scales);
        });
        var report = read.compared().report();
        visible.requireStay(patientId, report.episode().ward(), report.episode().patient());
        return GradeView.of(
                NumbersView.of(new PatientId(patientId), report.episode().numbers()),
                report,
                TimeSinceInfusion.of(report.infusedAt(), report.at(), hospital.timeZone()),
                scales.isEmpty() ? null : views(read.compared()),
                overdue(read.checks(), report.at()));
    }

    private static List<ScaleView> views(GradesOnScales compared) {
        return compared.scales().stream()
                .map(scale -> ScaleView.of(scale, compared.report().gradingUnavailable()))
                .toList();
    }

    private static List<CheckView> overdue(List<DueCheck> checks, Instant at) {
        return checks.stream()
                .filter(check -> check.overdueAt(at))
                .map(check -> CheckView.of(check, at))
                .toList();
    }

    /// The data of one response, from one snapshot.
    record GradeSnapshot(GradesOnScales compared, List<DueCheck> checks) {}

    GradeSnapshot read(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        return database.read(sql -> read(sql, patient, at, knownAt, scales));
    }

    private GradeSnapshot read(
            Sql sql, PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        var compared = grades.onScales(sql, patient, at, knownAt, scales)
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
        return new GradeSnapshot(compared, plan.of(sql, compared.report(), knownAt));
    }
}
