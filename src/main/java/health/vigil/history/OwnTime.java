package health.vigil.history;

import java.time.Instant;
import java.util.Optional;

/// The time that belongs to one episode of a patient.
///
/// @param from absent: since ever
/// @param until exclusive; absent: for ever
public record OwnTime(Optional<Instant> from, Optional<Instant> until) {
    /// All time: the patient has no other episode.
    public static final OwnTime ALL = new OwnTime(Optional.empty(), Optional.empty());

    /// No time at all: another episode holds everything.
    static OwnTime none(Instant at) {
        return new OwnTime(Optional.of(at), Optional.of(at));
    }

    /// Whether another episode holds everything.
    public boolean none() {
        return from.isPresent() && from.equals(until);
    }

    /// Whether an instant belongs to the episode.
    public boolean holds(Instant instant) {
        return from.filter(instant::isBefore).isEmpty()
                && until.map(instant::isBefore).orElse(true);
    }

    /// The end of the time up to another instant: exclusive where the own time ends, inclusive otherwise.
    Instant last(Instant upTo) {
        return until.map(end -> end.minusNanos(1000))
                .filter(end -> end.isBefore(upTo))
                .orElse(upTo);
    }
}
