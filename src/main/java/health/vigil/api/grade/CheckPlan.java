package health.vigil.api.grade;

import health.vigil.alert.DueCheck;
import health.vigil.alert.MonitoringPlan;
import health.vigil.alert.Severity;
import health.vigil.history.EpisodeReport;
import health.vigil.store.HospitalSettings;
import health.vigil.store.MonitoredEpisodes;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Calculates which checks a patient needs next, from the checks done and the grades.
@ApplicationScoped
class CheckPlan {
    private final MonitoringPlan plan;
    private final HospitalSettings hospital;

    CheckPlan(MonitoringPlan plan, HospitalSettings hospital) {
        this.plan = plan;
        this.hospital = hospital;
    }

    List<DueCheck> of(Sql sql, EpisodeReport report, Optional<Instant> knownAt) {
        return of(sql, List.of(report), knownAt).getOrDefault(report.episodeId(), List.of());
    }

    /// @param reports reports as of one common time
    Map<UUID, List<DueCheck>> of(Sql sql, Collection<EpisodeReport> reports, Optional<Instant> knownAt) {
        var due = new HashMap<UUID, List<DueCheck>>();
        reports.stream().findFirst().ifPresent(first -> {
            var episodes = reports.stream().map(EpisodeReport::episode).toList();
            var known = knownAt.orElse(Observations.EVER);
            var facts = MonitoredEpisodes.facts(sql, episodes, first.at(), known, hospital.timeZone());
            reports.forEach(report -> Optional.ofNullable(facts.get(report.episodeId()))
                    .ifPresent(of -> due.put(report.episodeId(), plan.due(of, severity(report), report.at()))));
        });
        return due;
    }

    private static Severity severity(EpisodeReport report) {
        return report.gradingUnavailable().isPresent() ? Severity.UNKNOWN : Severity.of(report.report());
    }
}
