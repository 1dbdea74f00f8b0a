package health.vigil.store;

import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.grading.Policy;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeFold;
import health.vigil.history.FoldRequest;
import health.vigil.history.FoldResult;
import health.vigil.observation.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Loads what is known of an episode at a time, with the whole history of its grades.
@ApplicationScoped
class Situations {
    private final ChartLoader charts;
    private final Policy policy;
    private final ContextPolicy context;
    private final HospitalSettings hospital;

    Situations(ChartLoader charts, Policy policy, ContextPolicy context, HospitalSettings hospital) {
        this.charts = charts;
        this.policy = policy;
        this.context = context;
        this.hospital = hospital;
    }

    /// @param judgedBy the policy by which the grades were given
    record GradedSituation(Situation situation, FoldResult folded, Policy judgedBy) {}

    /// @param graded takes every graded observation, in order of time
    GradedSituation of(Sql sql, Episode episode, QueryTime query, Consumer<Observation> graded) {
        var judgedBy = query.judgedBy(PolicyTerms.of(sql, policy));
        var folded = fold(sql, episode, query, judgedBy, graded);
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
        return new GradedSituation(situation, folded, judgedBy);
    }

    /// Folds the whole episode, because items depend on the history of the grades.
    private FoldResult fold(Sql sql, Episode episode, QueryTime query, Policy judgedBy, Consumer<Observation> graded) {
        var request = new FoldRequest(episode, Instant.EPOCH);
        var start = Optional.ofNullable(charts.of(sql, List.of(request), query.known(), judgedBy)
                        .get(episode.id()))
                .orElseThrow();
        var fold = new EpisodeFold(start);
        Observations.graded(sql, List.of(start), query.at(), query.known(), (_, observation) -> {
            graded.accept(observation);
            fold.add(observation);
        });
        return fold.finish(query.at());
    }
}
