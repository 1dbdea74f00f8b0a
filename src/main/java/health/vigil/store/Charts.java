package health.vigil.store;

import health.vigil.grading.GradeReport;
import health.vigil.grading.Policies;
import health.vigil.grading.Policy;
import health.vigil.grading.scale.Scale;
import health.vigil.grading.scale.ScaleReport;
import health.vigil.grading.scale.Scales;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeReport;
import health.vigil.history.Fold;
import health.vigil.history.Want;
import health.vigil.observation.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tells the grades of patients at any time, as known at any time.
@ApplicationScoped
public class Charts {
    private final Database database;
    private final Starts starts;
    private final Policy policy;

    public Charts(Database database, Starts starts, Policy policy) {
        this.database = database;
        this.starts = starts;
        this.policy = policy;
    }

    /// Both grades of a patient in the episode that is current at `at`; empty for a patient without any.
    ///
    /// @param at clinical time; absent: now by the database's clock
    /// @param knownAt only what was received by then counts; absent: everything
    public Optional<EpisodeReport> report(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return Optional.ofNullable(reports(Set.of(patient), at, knownAt).get(patient));
    }

    /// The same for many patients, read from one snapshot; patients without an episode are left out.
    public Map<PatientId, EpisodeReport> reports(
            Collection<PatientId> patients, Optional<Instant> at, Optional<Instant> knownAt) {
        return database.read(sql -> reports(sql, patients, asked(sql, at, knownAt)));
    }

    /// A patient's grades and, from the same observations, those on other scales.
    public Optional<Compared> compared(
            PatientId patient, Optional<Instant> at, Optional<Instant> knownAt, Set<Scale> scales) {
        return database.read(sql -> {
            var asked = asked(sql, at, knownAt);
            return Optional.ofNullable(reports(sql, Set.of(patient), asked).get(patient))
                    .map(report -> compared(sql, patient, report, asked.known(), scales));
        });
    }

    private static Compared compared(
            Sql sql, PatientId patient, EpisodeReport report, Instant known, Set<Scale> scales) {
        if (scales.isEmpty()) {
            return new Compared(report, List.of());
        }
        var seen = Observations.since(sql, patient, report, known, Scales.kinds());
        return new Compared(
                report,
                scales.stream()
                        .map(scale -> Scales.of(scale, report.report(), seen))
                        .toList());
    }

    /// The numbers in force, and those before.
    public Policies policies() {
        return database.read(sql -> PolicyTerms.of(sql, policy));
    }

    private static Asked asked(Sql sql, Optional<Instant> at, Optional<Instant> knownAt) {
        var now = sql.first("select clock_timestamp() as now", row -> row.instant("now"))
                .orElseThrow();
        return new Asked(at.orElse(now), knownAt, now);
    }

    /// ASTCT's grades, and those on other scales beside them.
    public record Compared(EpisodeReport report, List<ScaleReport> scales) {}

    /// @param knownAt absent: everything
    private record Asked(Instant at, Optional<Instant> knownAt, Instant now) {
        Instant known() {
            return knownAt.orElse(Observations.EVER);
        }

        /// Judged by the numbers of its own time, or by those of the time when it was known.
        Policy judgedBy(Policies policies) {
            return policies.at(at.isBefore(known()) ? at : known());
        }
    }

    private Map<PatientId, EpisodeReport> reports(Sql sql, Collection<PatientId> patients, Asked asked) {
        var reports = new HashMap<PatientId, EpisodeReport>();
        var current = Episodes.of(sql, patients).values().stream()
                .flatMap(episodes -> Episodes.at(episodes, asked.at()).stream())
                .toList();
        var judgedBy = asked.judgedBy(PolicyTerms.of(sql, policy));
        var graded = grades(sql, current, asked, judgedBy);
        current.forEach(episode -> reports.put(
                episode.patient(),
                new EpisodeReport(
                        episode.id(),
                        episode.infusedAt(),
                        asked.at(),
                        asked.knownAt().orElse(asked.now()),
                        judgedBy.version(),
                        Optional.ofNullable(graded.get(episode.id())).orElseThrow(),
                        episode.gradingUnavailable(),
                        Observations.newest(sql, episode.patient(), asked.at(), asked.known()))));
        return reports;
    }

    private Map<UUID, GradeReport> grades(Sql sql, List<Episode> episodes, Asked asked, Policy judgedBy) {
        var wants =
                episodes.stream().map(episode -> new Want(episode, asked.at())).toList();
        var found = starts.of(sql, wants, asked.known(), judgedBy);
        var folds = new HashMap<UUID, Fold>();
        found.forEach((id, start) -> folds.put(id, new Fold(start)));
        Observations.graded(
                sql,
                List.copyOf(found.values()),
                asked.at(),
                asked.known(),
                (id, observation) -> Optional.ofNullable(folds.get(id)).ifPresent(fold -> fold.add(observation)));
        var reports = new HashMap<UUID, GradeReport>();
        folds.forEach((id, fold) -> reports.put(id, fold.finish(asked.at()).now()));
        return reports;
    }
}
