package health.vigil.history;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why an episode has to be graded again.
///
/// @param from the earliest instant at which something may have changed
/// @param by the entry that reaches back that far; absent when it was time passing or a baseline
/// @param cause what a change is put down to when no observation did it at its instant
/// @param knownAt when the newest of the reasons was received
/// @param fresh what was newly applied
/// @param corrects whether it sets right what was known, and does not only add to it
/// @param rulesSince since when the rule set has been in force
public record RegradeRequest(
        Episode episode,
        Instant from,
        Optional<ObservationId> by,
        Cause cause,
        Instant knownAt,
        List<Observation> fresh,
        boolean corrects,
        Instant rulesSince) {
    /// Time passing, or what was set right or added besides observations.
    public enum Cause implements Word {
        TIME,
        BASELINE,
        CORRECTION,
        INFUSION,
        VOID,
        /// Two numbers are one patient, or two again.
        MERGE
    }

    /// From where the history is to be told anew: never later than where this rule set left it off, and never earlier
    /// than it came into force.
    public FoldRequest foldRequest() {
        return new FoldRequest(episode, later(earlier(leftOff(), from), toldByOthersUntil()));
    }

    /// Where monitors of other rules have gone on with the history, it is told anew from the beginning of these rules.
    private Instant leftOff() {
        return episode.gradedTo()
                .filter(_ -> !episode.toldByOthers())
                .map(to -> to.plusNanos(1000))
                .orElse(Instant.EPOCH);
    }

    /// Up to when the history is what other rules told.
    Instant toldByOthersUntil() {
        return episode.toldByOthersUntil(rulesSince);
    }

    /// The instant at which these rules take the history over from others, if it is told anew from there.
    public Optional<Instant> turn() {
        return Optional.of(toldByOthersUntil())
                .filter(turn ->
                        turn.isAfter(Instant.EPOCH) && turn.equals(foldRequest().before()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The same of an episode as it is known since.
    RegradeRequest with(Episode known) {
        return new RegradeRequest(known, from, by, cause, knownAt, fresh, corrects, rulesSince);
    }

    /// Whether what was told at admission was set right, or whose the records are.
    public boolean corrected() {
        return cause == Cause.CORRECTION || cause == Cause.MERGE;
    }

    RegradeRequest and(RegradeRequest other) {
        var earlier = other.from.isBefore(from) ? other : this;
        return new RegradeRequest(
                episode,
                earlier.from,
                earlier.by,
                cause == Cause.TIME ? other.cause : cause,
                knownAt.isAfter(other.knownAt) ? knownAt : other.knownAt,
                Stream.concat(fresh.stream(), other.fresh.stream()).toList(),
                corrects || other.corrects,
                rulesSince);
    }

    /// Up to when it can contradict what was shown.
    public AmendmentWindow amendmentWindow() {
        var window = AmendmentWindow.of(fresh);
        return corrects ? window.correctedAt(knownAt) : window;
    }
}
