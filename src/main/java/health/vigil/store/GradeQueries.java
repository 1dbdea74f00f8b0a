package health.vigil.store;

import health.vigil.grading.Attributions;
import health.vigil.grading.CourseReport;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Policies;
import health.vigil.grading.Policy;
import health.vigil.grading.scale.Circumstances;
import health.vigil.grading.scale.Scale;
import health.vigil.grading.scale.ScaleReport;
import health.vigil.grading.scale.Scales;
import health.vigil.history.AttributionPreview;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeFold;
import health.vigil.history.EpisodeReport;
import health.vigil.history.FoldRequest;
import health.vigil.history.FoldStart;
import health.vigil.observation.Attribution;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Computes the grades of patients at any time, as known at any time.
@ApplicationScoped
public class GradeQueries {
    private final Database database;
    private final ChartLoader charts;
    private final Policy policy;

    public GradeQueries(Database database, ChartLoader charts, Policy policy) {
        this.database = database;
        this.charts = charts;
        this.policy = policy;
    }

    /// Both grades of a patient in the episode that is current at `at`; empty for a patient without an
    /// episode.
    ///
    /// @param at clinical time; absent: now by the database's clock
    /// @param knownAt counts only what was received by then; absent: everything
    public Optional<EpisodeReport> report(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return Optional.ofNullable(reports(Set.of(patient), at, knownAt).get(patient));
    }

    /// The reports of many patients, read from one snapshot, by the number that was asked for. Patients
    /// without an episode are left out.
    public Map<PatientId, EpisodeReport> reports(
            Collection<PatientId> patients, Optional<Instant> at, Optional<Instant> knownAt) {
        return database.read(sql -> reports(sql, patients, QueryTime.of(sql, at, knownAt)));
    }

    /// The same as everything is known now, within a transaction.
    ///
    /// @param now by the database's clock
    public Map<PatientId, EpisodeReport> reports(Sql sql, Collection<PatientId> patients, Instant now) {
        return reports(sql, patients, new QueryTime(now, Optional.empty(), now));
    }

    /// A patient's grades and, from the same observations, those on other scales, within a transaction.
    public Optional<GradesOnScales> onScales(
            Sql sql, PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        var query = QueryTime.of(sql, at, knownAt);
        return Optional.ofNullable(reports(sql, Set.of(patient), query).get(patient))
                .map(report -> onScales(sql, report, query.known(), scales));
    }

    /// Both grades of one episode now, within a transaction.
    ///
    /// @param now the time of the database
    public GradeReport report(Sql sql, Episode episode, Instant now) {
        var query = new QueryTime(now, Optional.empty(), now);
        var graded = grades(sql, List.of(episode), query, query.judgedBy(PolicyTerms.of(sql, policy)));
        return Optional.ofNullable(graded.get(episode.id())).orElseThrow();
    }

    /// What an attribution would change in a patient's current episode, if it were signed. Nothing is stored.
    /// Empty for a patient without an episode.
    ///
    /// @param signedAt its own time; absent: now by the database's clock
    /// @param check may refuse the episode, before anything is computed
    public Optional<AttributionPreview> preview(
            PatientId patient, Attribution attribution, Optional<Instant> signedAt, Consumer<Episode> check) {
        return database.read(sql -> {
            var query = QueryTime.of(sql, Optional.empty(), Optional.empty());
            var episodes = Episodes.of(sql, Set.of(patient), query.known()).getOrDefault(patient, List.of());
            var entry = new Observation(
                    new ObservationId(Sender.STREAM, "preview"),
                    patient,
                    signedAt.orElse(query.now()),
                    query.now(),
                    attribution);
            var current = Episodes.at(episodes, query.at());
            current.ifPresent(check);
            return current.map(episode -> preview(sql, episode, entry, query));
        });
    }

    private AttributionPreview preview(Sql sql, Episode episode, Observation entry, QueryTime query) {
        var attribution = (Attribution) entry.content();
        var begin = attribution.from();
        var request = new FoldRequest(episode, begin.isBefore(query.at()) ? begin : query.at());
        var judgedBy = query.judgedBy(PolicyTerms.of(sql, policy));
        var start = Optional.ofNullable(charts.of(sql, List.of(request), query.known(), judgedBy)
                        .get(episode.id()))
                .orElseThrow();
        var actual = new EpisodeFold(start);
        var withAttribution =
                new EpisodeFold(new FoldStart(episode, start.grader().supposing(entry), start.checkpoint()));
        Observations.graded(sql, List.of(start), query.at(), query.known(), (_, observation) -> {
            actual.add(observation);
            withAttribution.add(observation);
        });
        var ends = attribution.components().stream()
                .collect(Collectors.toMap(
                        component -> component,
                        component -> Attributions.end(
                                attribution, entry.effectiveAt(), component, judgedBy.attributionLimit())));
        return new AttributionPreview(
                episode, query.at(), actual.finish(query.at()), withAttribution.finish(query.at()), ends);
    }

    private GradesOnScales onScales(Sql sql, EpisodeReport report, Instant known, Set<Scale> scales) {
        if (scales.isEmpty()) {
            return new GradesOnScales(report, List.of());
        }
        var seen = Observations.since(sql, report, known, Scales.kinds());
        var therapyBegan = TherapyFacts.of(sql, report.episode(), known)
                .lymphodepletionAt()
                .orElse(report.infusedAt());
        var circumstances = new Circumstances(report.episode().weight(), policy.vasopressorOverlap(), therapyBegan);
        return new GradesOnScales(
                report,
                scales.stream()
                        .map(scale -> Scales.of(scale, report.report(), seen, circumstances))
                        .toList());
    }

    /// The policy in force and the earlier ones.
    public Policies policies() {
        return database.read(sql -> PolicyTerms.of(sql, policy));
    }

    /// The ASTCT grades and the grades on other scales.
    public record GradesOnScales(EpisodeReport report, List<ScaleReport> scales) {}

    private Map<PatientId, EpisodeReport> reports(Sql sql, Collection<PatientId> patients, QueryTime query) {
        var reports = new HashMap<PatientId, EpisodeReport>();
        var current = new HashMap<PatientId, Episode>();
        Episodes.of(sql, patients, query.known())
                .forEach((asked, episodes) ->
                        Episodes.at(episodes, query.at()).ifPresent(episode -> current.put(asked, episode)));
        var judgedBy = query.judgedBy(PolicyTerms.of(sql, policy));
        var episodes = List.copyOf(Set.copyOf(current.values()));
        var graded = grades(sql, episodes, query, judgedBy);
        var newest = Observations.newest(sql, episodes, query.at(), query.known());
        for (var asked : current.entrySet()) {
            var episode = asked.getValue();
            var report = Optional.ofNullable(graded.get(episode.id())).orElseThrow();
            reports.put(
                    asked.getKey(),
                    new EpisodeReport(
                            episode,
                            query.at(),
                            query.knownAt().orElse(query.now()),
                            judgedBy.version(),
                            report,
                            openedBy(report),
                            episode.gradingUnavailable(),
                            Optional.ofNullable(newest.get(episode.id()))));
        }
        return reports;
    }

    /// The account that entered the start of the newest course.
    private static Optional<String> openedBy(GradeReport report) {
        return report.crs()
                .course()
                .flatMap(CourseReport::openedBy)
                .map(ObservationId::sender)
                .filter(sender -> !sender.equals(Sender.STREAM))
                .map(Sender::name);
    }

    private Map<UUID, GradeReport> grades(Sql sql, List<Episode> episodes, QueryTime query, Policy judgedBy) {
        var foldRequests = episodes.stream()
                .map(episode -> new FoldRequest(episode, query.at()))
                .toList();
        var found = charts.of(sql, foldRequests, query.known(), judgedBy);
        var folds = new HashMap<UUID, EpisodeFold>();
        found.forEach((id, start) -> folds.put(id, new EpisodeFold(start)));
        Observations.graded(
                sql,
                List.copyOf(found.values()),
                query.at(),
                query.known(),
                (id, observation) -> Optional.ofNullable(folds.get(id)).ifPresent(fold -> fold.add(observation)));
        var reports = new HashMap<UUID, GradeReport>();
        folds.forEach((id, fold) -> reports.put(id, fold.finish(query.at()).now()));
        return reports;
    }
}
