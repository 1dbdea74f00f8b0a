package health.vigil.store;

import health.vigil.context.ContextItem;
import health.vigil.context.ContextItems;
import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.grading.Policy;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeFold;
import health.vigil.history.FoldRequest;
import health.vigil.history.FoldResult;
import health.vigil.observation.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Computes the items beside the grades of a patient, at any time and as known at any time.
@ApplicationScoped
public class ContextQueries {
    private final Database database;
    private final ChartLoader charts;
    private final Policy policy;
    private final ContextPolicy context;
    private final HospitalSettings hospital;

    ContextQueries(
            Database database, ChartLoader charts, Policy policy, ContextPolicy context, HospitalSettings hospital) {
        this.database = database;
        this.charts = charts;
        this.policy = policy;
        this.context = context;
        this.hospital = hospital;
    }

    /// The items of the episode that is current at a time.
    ///
    /// @param policyVersion the policy that the grades were given with
    public record EpisodeContext(
            Episode episode, Instant at, Instant knownAt, String policyVersion, List<ContextItem> items) {}

    /// All items, read from one snapshot; empty for a patient without an episode.
    ///
    /// @param at clinical time; absent: now by the database's clock
    /// @param knownAt counts only what was received by then; absent: everything
    public Optional<EpisodeContext> of(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return database.read(sql -> {
            var query = QueryTime.of(sql, at, knownAt);
            return Stream.ofNullable(
                            Episodes.of(sql, List.of(patient), query.known()).get(patient))
                    .flatMap(episodes -> Episodes.at(episodes, query.at()).stream())
                    .findFirst()
                    .map(episode -> of(sql, episode, query));
        });
    }

    private EpisodeContext of(Sql sql, Episode episode, QueryTime query) {
        var judgedBy = query.judgedBy(PolicyTerms.of(sql, policy));
        var folded = fold(sql, episode, query, judgedBy);
        var therapy = TherapyFacts.of(sql, episode, query.known());
        var baseline = Optional.ofNullable(
                        Baselines.of(sql, List.of(episode), query.known()).get(episode.id()))
                .orElseThrow(() -> new IllegalStateException("An episode has no baseline"));
        var situation = new Situation(
                query.at(),
                episode.infusedAt(),
                hospital.timeZone(),
                baseline.baseline(),
                therapy.product(),
                episode.weight(),
                therapy.lymphodepletionAt(),
                folded.now(),
                folded.changes(),
                Observations.beside(sql, episode, query.at(), query.known()),
                context);
        return new EpisodeContext(
                episode,
                query.at(),
                query.knownAt().orElse(query.now()),
                judgedBy.version(),
                ContextItems.of(situation));
    }

    /// Folds the whole episode, because items depend on the history of the grades.
    private FoldResult fold(Sql sql, Episode episode, QueryTime query, Policy judgedBy) {
        var request = new FoldRequest(episode, Instant.EPOCH);
        var start = Optional.ofNullable(charts.of(sql, List.of(request), query.known(), judgedBy)
                        .get(episode.id()))
                .orElseThrow();
        var fold = new EpisodeFold(start);
        Observations.graded(sql, List.of(start), query.at(), query.known(), (_, observation) -> fold.add(observation));
        return fold.finish(query.at());
    }
}
