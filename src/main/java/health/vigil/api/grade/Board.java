package health.vigil.api.grade;

import health.vigil.access.WardName;
import health.vigil.alert.DueCheck;
import health.vigil.api.AlertView;
import health.vigil.api.CarePhase;
import health.vigil.api.NumbersView;
import health.vigil.api.OxygenView;
import health.vigil.api.Visibility;
import health.vigil.api.grade.BoardRow.AgentView;
import health.vigil.api.grade.BoardRow.DeviceView;
import health.vigil.api.grade.BoardRow.ValueView;
import health.vigil.grading.Syndrome;
import health.vigil.history.EpisodeReport;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.store.ActiveEpisodes;
import health.vigil.store.ActiveEpisodes.ActiveEpisode;
import health.vigil.store.BoardFacts;
import health.vigil.store.BoardFacts.LastValue;
import health.vigil.store.Database;
import health.vigil.store.GradeQueries;
import health.vigil.store.HospitalSettings;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The board of a ward: one row per active episode, worst first. All rows are read from one snapshot. The number
/// of statements does not depend on the number of patients.
@ApplicationScoped
class Board {
    private final Database database;
    private final GradeQueries grades;
    private final CheckPlan plan;
    private final HospitalSettings hospital;
    private final Visibility visible;

    Board(Database database, GradeQueries grades, CheckPlan plan, HospitalSettings hospital, Visibility visible) {
        this.database = database;
        this.grades = grades;
        this.plan = plan;
        this.hospital = hospital;
        this.visible = visible;
    }

    /// The data of a ward from one snapshot.
    ///
    /// @param reports by the number under which the patient was admitted
    /// @param checks for each graded episode
    private record Snapshot(
            List<ActiveEpisode> episodes,
            Map<PatientId, EpisodeReport> reports,
            Map<UUID, List<DueCheck>> checks,
            Map<UUID, BoardFacts> facts) {}

    /// @param patient if present, only this patient's row
    List<BoardRow> of(String ward, Optional<String> patient) {
        var read = database.read(sql -> read(sql, WardName.key(ward), patient));
        return read.episodes().stream()
                .flatMap(episode -> Optional.ofNullable(read.reports().get(episode.patient()))
                        .map(report -> BoardRanking.of(report, row(episode, report, read, ward)))
                        .stream())
                .sorted(BoardRanking.WORST_FIRST)
                .map(BoardRanking::row)
                .toList();
    }

    private Snapshot read(Sql sql, String ward, Optional<String> patient) {
        var now = sql.now();
        var episodes = ActiveEpisodes.of(sql, ward, patient);
        var patients = episodes.stream().map(ActiveEpisode::patient).toList();
        var reports = grades.reports(sql, patients, now);
        var checks = plan.of(sql, reports.values(), Optional.empty());
        var graded = reports.values().stream().map(EpisodeReport::episode).toList();
        return new Snapshot(episodes, reports, checks, BoardFacts.of(sql, graded, ward, now));
    }

    private BoardRow row(ActiveEpisode episode, EpisodeReport report, Snapshot read, String ward) {
        var since = TimeSinceInfusion.of(report.infusedAt(), report.at(), hospital.timeZone());
        var numbers = report.episode().numbers();
        var facts = Optional.ofNullable(read.facts().get(report.episodeId())).orElseThrow();
        return new BoardRow(
                NumbersView.of(numbers.patient(), numbers),
                episode.id(),
                episode.name(),
                episode.birthDate(),
                episode.birthDateEstimated(),
                episode.ward(),
                episode.bed(),
                episode.product(),
                CarePhase.of(episode.outpatientSince()).word(),
                episode.outpatientSince(),
                report.at(),
                since.day(),
                since.hours(),
                report.episode().further(),
                facts.neighbours().stream()
                        .map(neighbour -> visible.name(neighbour, ward))
                        .toList(),
                grade(report, Syndrome.CRS, facts),
                grade(report, Syndrome.ICANS, facts),
                report.lastObservationAt(),
                values(facts.lastValues(), report.at()),
                NeuroScoreView.of(facts.scores(), report.at()),
                report.report().oxygen().map(charted -> OxygenView.of(charted.at(), charted.therapy())),
                report.report().running().stream().map(AgentView::of).toList(),
                read.checks().getOrDefault(report.episodeId(), List.of()).stream()
                        .map(check -> CheckView.ofBoard(check, report.at()))
                        .toList(),
                facts.alerts().stream().map(AlertView::of).toList(),
                facts.devices().stream().map(DeviceView::of).toList());
    }

    private static BoardGrade grade(EpisodeReport report, Syndrome syndrome, BoardFacts facts) {
        return BoardGrade.of(
                report, syndrome, Optional.ofNullable(facts.previous().get(syndrome)));
    }

    private static Map<String, ValueView> values(Map<VitalSign, LastValue> last, Instant now) {
        var values = new LinkedHashMap<String, ValueView>();
        last.forEach((sign, value) -> values.put(sign.field(), ValueView.of(sign, value, now)));
        return values;
    }
}
