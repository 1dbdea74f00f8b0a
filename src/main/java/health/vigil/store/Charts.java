package health.vigil.store;

import health.vigil.grading.GradeReport;
import health.vigil.grading.Policy;
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
        return database.read(sql -> {
            var now = sql.first("select clock_timestamp() as now", row -> row.instant("now"))
                    .orElseThrow();
            return reports(sql, patients, new Asked(at.orElse(now), knownAt, now));
        });
    }

    /// @param knownAt absent: everything
    private record Asked(Instant at, Optional<Instant> knownAt, Instant now) {
        Instant known() {
            return knownAt.orElse(Observations.EVER);
        }
    }

    private Map<PatientId, EpisodeReport> reports(Sql sql, Collection<PatientId> patients, Asked asked) {
        var reports = new HashMap<PatientId, EpisodeReport>();
        var current = Episodes.of(sql, patients).values().stream()
                .flatMap(episodes -> Episodes.at(episodes, asked.at()).stream())
                .toList();
        var graded = grades(sql, current, asked);
        current.forEach(episode -> reports.put(
                episode.patient(),
                new EpisodeReport(
                        episode.id(),
                        episode.infusedAt(),
                        asked.at(),
                        asked.knownAt().orElse(asked.now()),
                        policy.version(),
                        Optional.ofNullable(graded.get(episode.id())).orElseThrow(),
                        episode.gradingUnavailable(),
                        Observations.newest(sql, episode.patient(), asked.at(), asked.known()))));
        return reports;
    }

    private Map<UUID, GradeReport> grades(Sql sql, List<Episode> episodes, Asked asked) {
        var wants =
                episodes.stream().map(episode -> new Want(episode, asked.at())).toList();
        var found = starts.of(sql, wants, asked.known());
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
