package health.vigil.api.grades;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Baseline;
import health.vigil.grading.Grade;
import health.vigil.grading.Patient;
import health.vigil.intake.json.JsonText;
import health.vigil.store.EpisodeReport;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Hospital;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which checks a patient needs next, by what was done and by the grades.
@ApplicationScoped
class CheckPlan {
    private static final Checks NONE = new Checks(List.of());
    private static final int CAPD_UNDER_YEARS = 12;

    private final Hospital hospital;

    CheckPlan(Hospital hospital) {
        this.hospital = hospital;
    }

    Checks of(Sql sql, String patientId, EpisodeReport report, Optional<Instant> knownAt) {
        EpisodeRow episode = EpisodeRow.findById(report.episodeId());
        return monitored(episode, report)
                ? Checks.of(report.report(), CheckTimes.of(sql, patientId, report, knownAt), tool(sql, episode))
                : NONE;
    }

    /// From the infusion to the discharge, while the patient lives.
    private static boolean monitored(EpisodeRow episode, EpisodeReport report) {
        var ended = episode.endedAt != null && !report.at().isBefore(episode.endedAt);
        var dead = report.report().crs().grade() == Grade.FIVE
                || report.report().icans().grade() == Grade.FIVE;
        return !ended && !dead && !report.at().isBefore(report.infusedAt());
    }

    private String tool(Sql sql, EpisodeRow episode) {
        var age = Patient.born(episode.birthDate, episode.infusedAt, hospital.timeZone(), Baseline.NONE)
                .ageYears();
        return age < CAPD_UNDER_YEARS || developmentalDelay(sql, episode.id) ? "capd" : "ice";
    }

    private static boolean developmentalDelay(Sql sql, UUID episode) {
        return sql.first(
                        "select coalesce((content->>'developmentalDelay')::boolean, false) as delayed from baseline"
                                + " where episode_id = ? order by received_at desc limit 1",
                        row -> row.flag("delayed"),
                        episode)
                .orElse(false);
    }

    static ObjectNode json(Checks.Due due) {
        return JsonText.object()
                .put("check", due.check())
                .put("dueAt", due.dueAt().toString());
    }
}
