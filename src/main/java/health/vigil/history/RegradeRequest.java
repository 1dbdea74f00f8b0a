package health.vigil.history;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A request to grade an episode again.
///
/// @param from the earliest time at which a grade may have changed
/// @param by the entry that reaches back that far; absent for passed time or a baseline
/// @param cause the cause of changes that no observation caused
/// @param knownAt when the newest reason was received
/// @param fresh the newly applied observations
/// @param impact what it does to earlier knowledge
/// @param rulesSince since when the rule set is in force
public record RegradeRequest(
        Episode episode,
        Instant from,
        Optional<ObservationId> by,
        Cause cause,
        Instant knownAt,
        List<Observation> fresh,
        Impact impact,
        Instant rulesSince) {
    /// The causes other than observations.
    public enum Cause implements Word {
        TIME,
        BASELINE,
        CORRECTION,
        INFUSION,
        VOID,
        /// Two numbers became one patient, or two again.
        MERGE
    }

    /// What a request does to earlier knowledge. The later ones are the greater.
    enum Impact {
        /// Nothing but the fresh observations and the time are new, so a fold can continue.
        ADDS,
        /// An observation was retracted before it was received.
        ADDS_NOTHING,
        CORRECTS;

        private Impact and(Impact other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /// From where to grade again: not later than where this rule set stopped, and not before it came into
    /// force.
    public FoldRequest foldRequest() {
        return new FoldRequest(episode, later(earlier(resumeFrom(), from), recordedByOtherRulesUntil()));
    }

    /// Just after the last grade by this rule set; the beginning if other rules graded last.
    private Instant resumeFrom() {
        return episode.gradedTo()
                .filter(_ -> !episode.gradedByOtherRules())
                .map(to -> to.plusNanos(1000))
                .orElse(Instant.EPOCH);
    }

    /// Until when the history was recorded by other rules.
    Instant recordedByOtherRulesUntil() {
        return episode.recordedByOtherRulesUntil(rulesSince);
    }

    /// The time at which these rules take over from others, if the history is graded again from there.
    public Optional<Instant> takeover() {
        return Optional.of(recordedByOtherRulesUntil())
                .filter(turn ->
                        turn.isAfter(Instant.EPOCH) && turn.equals(foldRequest().before()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The same request for the current version of the episode.
    RegradeRequest with(Episode known) {
        return new RegradeRequest(known, from, by, cause, knownAt, fresh, impact, rulesSince);
    }

    /// Whether admission facts or the patient's numbers were corrected.
    public boolean corrected() {
        return cause == Cause.CORRECTION || cause == Cause.MERGE;
    }

    /// Whether it corrects earlier knowledge, instead of only adding to it.
    public boolean corrects() {
        return impact == Impact.CORRECTS;
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
                impact.and(other.impact),
                rulesSince);
    }

    /// The window in which changes count as amendments.
    public AmendmentWindow amendmentWindow() {
        var window = AmendmentWindow.of(fresh);
        return corrects() ? window.correctedAt(knownAt) : window;
    }
}
