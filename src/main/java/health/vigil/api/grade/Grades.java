package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.alert.DueCheck;
import health.vigil.api.NumbersJson;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.grading.scale.Scale;
import health.vigil.history.EpisodeReport;
import health.vigil.json.JsonText;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
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
    private final Transactions transactions;
    private final HospitalSettings hospital;
    private final Visibility visible;

    Grades(
            GradeQueries grades,
            CheckPlan plan,
            Transactions transactions,
            HospitalSettings hospital,
            Visibility visible) {
        this.grades = grades;
        this.plan = plan;
        this.transactions = transactions;
        this.hospital = hospital;
        this.visible = visible;
    }

    ObjectNode tell(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        var compared = grades.compared(patient, at, knownAt, scales)
                .orElseThrow(() -> ProblemException.notFound("There is no such patient"));
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
        checks(report, knownAt).stream()
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

    private List<DueCheck> checks(EpisodeReport report, Optional<Instant> knownAt) {
        return transactions.run(sql -> plan.of(sql, report, knownAt));
    }
}
