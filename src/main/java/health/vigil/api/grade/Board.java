package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.WardName;
import health.vigil.alert.DueCheck;
import health.vigil.api.Filter;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.NumbersJson;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.grading.RunningAgent;
import health.vigil.grading.Syndrome;
import health.vigil.history.EpisodeReport;
import health.vigil.json.JsonText;
import health.vigil.observation.PatientId;
import health.vigil.store.EpisodeRow;
import health.vigil.store.GradeQueries;
import health.vigil.store.HospitalSettings;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A ward at a glance: one row per active episode, worst first.
@ApplicationScoped
class Board {
    private final Transactions transactions;
    private final GradeQueries grades;
    private final CheckPlan plan;
    private final HospitalSettings hospital;
    private final Visibility visible;

    Board(
            Transactions transactions,
            GradeQueries grades,
            CheckPlan plan,
            HospitalSettings hospital,
            Visibility visible) {
        this.transactions = transactions;
        this.grades = grades;
        this.plan = plan;
        this.hospital = hospital;
        this.visible = visible;
    }

    /// @param patient only this patient's row, where one is named
    List<ObjectNode> of(String ward, Optional<String> patient) {
        List<EpisodeRow> episodes = transactions.run(sql -> active(sql, ward, patient));
        var patients =
                episodes.stream().map(row -> new PatientId(row.patientId)).toList();
        var reports = grades.reports(patients, Optional.empty(), Optional.empty());
        return transactions.run(sql -> rows(sql, ward, episodes, reports)).worstFirst();
    }

    private static List<EpisodeRow> active(Sql sql, String ward, Optional<String> patient) {
        var filter = new Filter()
                .and("function('ward_fold', ward) = :ward", "ward", Optional.of(WardName.key(ward)))
                .and("status = :status", "status", Optional.of("active"))
                .and("patientId in :patient", "patient", patient.map(number -> numbers(sql, number)));
        return EpisodeRow.list(filter.query(), filter.values());
    }

    private static List<String> numbers(Sql sql, String patient) {
        return PatientId.accepts(patient)
                ? PatientNumbers.of(sql, new PatientId(patient)).all().stream()
                        .map(PatientId::value)
                        .toList()
                : List.of(patient);
    }

    private BoardRows rows(Sql sql, String ward, List<EpisodeRow> episodes, Map<PatientId, EpisodeReport> reports) {
        var rows = new BoardRows();
        var checks = plan.of(sql, reports.values(), Optional.empty());
        for (var episode : episodes) {
            Optional.ofNullable(reports.get(new PatientId(episode.patientId)))
                    .ifPresent(report -> rows.add(
                            episode.patientId,
                            report,
                            row(episode, report, checks.getOrDefault(report.episodeId(), List.of()))));
        }
        BoardFacts.add(sql, rows, ward, number -> visible.name(number, ward), MicrosecondClock.now());
        return rows;
    }

    private ObjectNode row(EpisodeRow episode, EpisodeReport report, List<DueCheck> checks) {
        var json = head(episode, report);
        addInfusions(json, report.episode().further());
        json.putArray("sharesBedWith");
        json.set("crs", SyndromeJson.brief(report, Syndrome.CRS));
        json.set("icans", SyndromeJson.brief(report, Syndrome.ICANS));
        json.put(
                "lastObservationAt",
                report.lastObservationAt().map(Instant::toString).orElse(null));
        json.putObject("lastValues");
        json.putNull("oxygen");
        addVasopressors(json, report.report().running());
        addChecks(json, checks, report.at());
        json.putArray("openAlerts");
        json.putArray("devices");
        return json;
    }

    private ObjectNode head(EpisodeRow episode, EpisodeReport report) {
        var since = TimeSinceInfusion.of(report.infusedAt(), report.at(), hospital.timeZone());
        var numbers = report.episode().numbers();
        return NumbersJson.put(JsonText.object(), numbers.patient(), numbers)
                .put("episodeId", episode.id.toString())
                .put("name", episode.name)
                .put("birthDate", Optional.ofNullable(episode.birthDateGiven).orElseGet(episode.birthDate::toString))
                .put("birthDateEstimated", episode.birthDateGiven != null)
                .put("ward", episode.ward)
                .put("bed", episode.bed)
                .put("product", episode.product)
                .put("at", report.at().toString())
                .put("day", since.day())
                .put("hoursSinceInfusion", since.hours());
    }

    /// The later parts of a split dose.
    private static void addInfusions(ObjectNode json, List<Instant> further) {
        var array = json.putArray("furtherInfusions");
        further.forEach(infusion -> array.add(infusion.toString()));
    }

    private static void addVasopressors(ObjectNode json, List<RunningAgent> running) {
        var array = json.putArray("vasopressors");
        running.forEach(agent -> array.addObject()
                .put("agent", agent.agent().word())
                .put("since", agent.since().toString()));
    }

    private static void addChecks(ObjectNode json, List<DueCheck> checks, Instant at) {
        var array = json.putArray("checks");
        checks.forEach(check -> array.add(CheckPlan.json(check, at).put("overdue", check.overdueAt(at))));
    }
}
