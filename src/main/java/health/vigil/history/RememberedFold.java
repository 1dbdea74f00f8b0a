package health.vigil.history;

import health.vigil.observation.Content;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the last fold of an episode ended. Observations that only add to it can continue there, without the
/// stored chart.
///
/// @param start the last chart before `newest`
/// @param newest the observations after that chart, all of one instant
/// @param policy the version of the policy that it was graded by
/// @param stored the number of observations in the newest stored checkpoint
/// @param gradedTo until when the history of the episode was recorded
/// @param unchangedFrom no change of a grade is recorded at that time or later
public record RememberedFold(
        FoldStart start,
        List<Observation> newest,
        String policy,
        long stored,
        Instant gradedTo,
        Instant unchangedFrom) {
    /// Remembers where a fold ended.
    ///
    /// @param stored the number of observations in the newest stored checkpoint
    /// @param gradedTo until when the history of the episode was recorded
    /// @param unchangedFrom no change of a grade is recorded at that time or later
    public static RememberedFold of(
            FoldResult folded, String policy, long stored, Instant gradedTo, Instant unchangedFrom) {
        var start = folded.start();
        var reached = folded.milestones().isEmpty()
                ? start.checkpoint()
                : folded.milestones().getLast();
        return new RememberedFold(
                new FoldStart(start.episode(), start.grader(), reached),
                folded.newest(),
                policy,
                stored,
                gradedTo,
                unchangedFrom);
    }

    /// Whether a fold for this request can continue here: the episode is as it was left, and all that is new comes
    /// after the chart.
    public boolean continues(RegradeRequest request) {
        return request.impact() == RegradeRequest.Impact.ADDS
                && request.takeover().isEmpty()
                && sameFacts(request.episode())
                && request.episode().gradedTo().equals(Optional.of(gradedTo))
                && start.after().isBefore(request.foldRequest().before())
                && graded(request)
                        .allMatch(observation -> observation.effectiveAt().isAfter(start.after()));
    }

    private boolean sameFacts(Episode episode) {
        var known = start.episode();
        return known.numbers().equals(episode.numbers())
                && known.birthDate().equals(episode.birthDate())
                && known.infusedAt().equals(episode.infusedAt())
                && known.further().equals(episode.further())
                && known.factsKnownAt().equals(episode.factsKnownAt())
                && known.own().equals(episode.own());
    }

    /// A fold that has all observations up to now.
    ///
    /// @param request one that {@link #continues} here
    public EpisodeFold fold(RegradeRequest request) {
        var fold = new EpisodeFold(new FoldStart(request.episode(), start.grader(), start.checkpoint()));
        Stream.concat(newest.stream(), graded(request))
                .sorted(Comparator.comparing(Observation::effectiveAt))
                .forEach(fold::add);
        return fold;
    }

    /// Whether it holds the picture of a handwriting, which is too large to be kept for many episodes.
    public boolean holdsAPicture() {
        return newest.stream().map(Observation::content).anyMatch(RememberedFold::hasPicture);
    }

    private static boolean hasPicture(Content content) {
        return (content instanceof NeuroCheck check && check.handwritingImage().isPresent())
                || (content instanceof HomeCheck answers
                        && answers.handwritingImage().isPresent());
    }

    private static Stream<Observation> graded(RegradeRequest request) {
        return request.fresh().stream()
                .filter(observation ->
                        !observation.datedInTheFuture() && request.episode().owns(observation.effectiveAt()));
    }
}
