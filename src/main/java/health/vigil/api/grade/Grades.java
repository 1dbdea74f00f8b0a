package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.alert.DueCheck;
import health.vigil.api.NumbersJson;
import health.vigil.api.Visibility;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.grading.scale.Scale;
import health.vigil.history.EpisodeReport;
import health.vigil.json.JsonText;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries.GradesOnScales;
import health.vigil.store.GradeQueries;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells a patient's grades with their reasons.
@ApplicationScoped
class Grades {
    private final GradeQueries grades;
    private final CheckPlan plan;
    private final Database database;
    private final HospitalSettings hospital;
    private final Visibility visible;

    Grades(
            GradeQueries grades,
            CheckPlan plan,
            Database database,
            HospitalSettings hospital,
            Visibility visible) {
        this.grades = grades;
        this.plan = plan;
        this.database = database;
        this.hospital = hospital;
        this.visible = visible;
    }

    ObjectNode tell(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        var read = read(patient, at, knownAt, scales);
        var compared = read.compared();
        var report = compared.report();
        visible.requireStay(
                patient.value(), report.episode().ward(), report.episode().patient());
        var json = head(patient, report);
        json.set("crs", SyndromeJson.full(report, Syndrome.CRS));
        json.set("icans", SyndromeJson.full(report, Syndrome.ICANS));
        if (!scales.isEmpty()) {
            var others = json.putArray("scales");
            compared.scales().forEach(scale -> others.add(ScaleJson.of(scale, report.gradingUnavailable())));
        }
        json.put(
                "lastObservationAt",
                report.lastObservationAt().map(Instant::toString).orElse(null));
        json.put(
                "nextChangeAt",
                report.report().nextChange().map(Instant::toString).orElse(null));
        var overdue = json.putArray("overdue");
        read.checks().stream()
                .filter(check -> check.overdueAt(report.at()))
                .forEach(check -> overdue.add(CheckPlan.json(check, report.at())));
        return json;
    }

    private ObjectNode head(PatientId asked, EpisodeReport report) {
        var since = TimeSinceInfusion.of(report.infusedAt(), report.at(), hospital.timeZone());
        return NumbersJson.put(JsonText.object(), asked, report.episode().numbers())
                .put("episodeId", report.episodeId().toString())
                .put("at", report.at().toString())
                .put("knownAt", report.knownAt().toString())
                .put("day", since.day())
                .put("hoursSinceInfusion", since.hours())
                .put("ruleSet", Policy.RULE_SET)
                .put("policyVersion", report.policyVersion());
    }

    /// What an answer tells, of one snapshot.
    record GradeSnapshot(GradesOnScales compared, List<DueCheck> checks) {}

    GradeSnapshot read(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        return database.read(sql -> {
            var compared = grades.compared(sql, patient, at, knownAt, scales)
                    .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
            return new GradeSnapshot(compared, plan.of(sql, compared.report(), knownAt));
        });
    }
}
