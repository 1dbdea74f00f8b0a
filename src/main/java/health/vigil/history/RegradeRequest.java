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
public record RegradeRequest(
        Episode episode,
        Instant from,
        Optional<ObservationId> by,
        Cause cause,
        Instant knownAt,
        List<Observation> fresh,
        boolean corrects) {
    /// Time passing, or a baseline.
    public enum Cause implements Word {
        TIME,
        BASELINE
    }

    /// From where the history is to be told anew: never later than where it was left off.
    public FoldRequest foldRequest() {
        var leftOff = episode.gradedTo().map(to -> to.plusNanos(1000)).orElse(Instant.EPOCH);
        return new FoldRequest(episode, leftOff.isBefore(from) ? leftOff : from);
    }

    RegradeRequest and(RegradeRequest other) {
        var earlier = other.from.isBefore(from) ? other : this;
        return new RegradeRequest(
                episode,
                earlier.from,
                earlier.by,
                cause == Cause.BASELINE ? cause : other.cause,
                knownAt.isAfter(other.knownAt) ? knownAt : other.knownAt,
                Stream.concat(fresh.stream(), other.fresh.stream()).toList(),
                corrects || other.corrects);
    }

    /// Up to when it can contradict what was shown.
    public AmendmentWindow amendmentWindow() {
        var window = AmendmentWindow.of(fresh);
        return corrects ? window.correctedAt(knownAt) : window;
    }
}
