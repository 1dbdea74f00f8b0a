package health.vigil.store;

import health.vigil.context.ContextPolicy;
import health.vigil.context.Situation;
import health.vigil.grading.Chart;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeFold;
import health.vigil.history.FoldRequest;
import health.vigil.history.FoldResult;
import health.vigil.observation.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Loads what is known of an episode at a time, with the history of its grades.
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
    record GradedSituation(Situation situation, Policy judgedBy) {}

    /// A situation with the fold of the whole episode.
    record FoldedSituation(GradedSituation graded, FoldResult fold) {}

    /// Reads the history of the grades from the record, up to the newest stored chart before the query's time. The
    /// whole episode is folded if other rules or another policy recorded grades of it, or if record and chart
    /// disagree.
    GradedSituation of(Sql sql, Episode episode, QueryTime query) {
        if (!PolicyTerms.unchangedSince(sql, begin(episode))) {
            return folded(sql, episode, query, _ -> {}).graded();
        }
        var judgedBy = query.judgedBy(PolicyTerms.of(sql, policy));
        var folded = fold(sql, new FoldRequest(episode, episode.last(query.at())), query, judgedBy, _ -> {});
        var recorded =
                GradeChanges.notSuperseded(sql, episode.id(), folded.start().after());
        if (!agree(recorded, folded.start().checkpoint().chart())) {
            return folded(sql, episode, query, _ -> {}).graded();
        }
        var changes = Stream.concat(recorded.stream(), folded.changes().stream());
        return new GradedSituation(situation(sql, episode, query, folded, changes.toList()), judgedBy);
    }

    /// What other rules recorded stays as it is, from the admission on, also if the infusion is corrected to a later
    /// time.
    private static Instant begin(Episode episode) {
        return episode.admittedAt().isBefore(episode.infusedAt()) ? episode.admittedAt() : episode.infusedAt();
    }

    private static boolean agree(List<GradeChange> recorded, Chart chart) {
        return Arrays.stream(Syndrome.values())
                .allMatch(syndrome -> recorded.stream()
                                .filter(change -> change.syndrome() == syndrome)
                                .reduce((_, later) -> later)
                                .map(GradeChange::to)
                                .orElse(Grade.UNKNOWN)
                        == chart.grade(syndrome));
    }

    /// Folds the whole episode.
    ///
    /// @param graded takes every graded observation, in order of time
    FoldedSituation folded(Sql sql, Episode episode, QueryTime query, Consumer<Observation> graded) {
        var judgedBy = query.judgedBy(PolicyTerms.of(sql, policy));
        var folded = fold(sql, new FoldRequest(episode, Instant.EPOCH), query, judgedBy, graded);
        return new FoldedSituation(
                new GradedSituation(situation(sql, episode, query, folded, folded.changes()), judgedBy), folded);
    }

    private FoldResult fold(
            Sql sql, FoldRequest request, QueryTime query, Policy judgedBy, Consumer<Observation> graded) {
        var start = Optional.ofNullable(charts.of(sql, List.of(request), query.known(), judgedBy)
                        .get(request.episode().id()))
                .orElseThrow();
        var fold = new EpisodeFold(start);
        Observations.graded(sql, List.of(start), query.at(), query.known(), (_, observation) -> {
            graded.accept(observation);
            fold.add(observation);
        });
        return fold.finish(query.at());
    }

    private Situation situation(
            Sql sql, Episode episode, QueryTime query, FoldResult folded, List<GradeChange> changes) {
        var therapy = TherapyFacts.of(sql, episode, query.known());
        var baseline = Optional.ofNullable(
                        Baselines.of(sql, List.of(episode), query.known()).get(episode.id()))
                .orElseThrow(() -> new IllegalStateException("An episode has no baseline"));
        return new Situation(
                query.at(),
                episode.infusedAt(),
                hospital.timeZone(),
                baseline.baseline(),
                therapy.product(),
                episode.weight(),
                therapy.lymphodepletionAt(),
                folded.now(),
                changes,
                Observations.beside(sql, episode, query.at(), query.known()),
                context);
    }
}
