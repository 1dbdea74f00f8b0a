package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.alert.DueCheck;
import health.vigil.alert.MonitoringPlan;
import health.vigil.alert.MonitoringPlan.Severity;
import health.vigil.history.EpisodeReport;
import health.vigil.json.JsonText;
import health.vigil.store.HospitalSettings;
import health.vigil.store.MonitoredEpisodes;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which checks a patient needs next, by what was done and by the grades.
@ApplicationScoped
class CheckPlan {
    private final MonitoringPlan plan;
    private final HospitalSettings hospital;

    CheckPlan(MonitoringPlan plan, HospitalSettings hospital) {
        this.plan = plan;
        this.hospital = hospital;
    }

    List<DueCheck> of(Sql sql, EpisodeReport report, Optional<Instant> knownAt) {
        var facts = MonitoredEpisodes.facts(
                sql, report.episodeId(), report.at(), knownAt.orElse(Observations.EVER), hospital.timeZone());
        var grades = report.report();
        return plan.due(facts, new Severity(grades.crs().grade(), grades.icans().grade()), report.at());
    }

    static ObjectNode json(DueCheck due) {
        var json = JsonText.object()
                .put("check", due.check().word())
                .put("dueAt", due.dueAt().toString());
        due.pause()
                .ifPresent(pause -> json.putObject("paused")
                        .put("reason", pause.reason().word())
                        .put("until", pause.until().toString()));
        return json;
    }
}
