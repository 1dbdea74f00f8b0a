package health.vigil.history;

import java.time.Instant;
import java.util.Optional;

/// The time that belongs to one episode of a patient.
///
/// @param from absent: from the beginning
/// @param until exclusive; absent: without end
public record OwnTime(Optional<Instant> from, Optional<Instant> until) {
    /// All time, if the patient has no other episode.
    public static final OwnTime ALL = new OwnTime(Optional.empty(), Optional.empty());

    /// No time, because another episode owns everything.
    static OwnTime none(Instant at) {
        return new OwnTime(Optional.of(at), Optional.of(at));
    }

    /// Whether the episode owns no time.
    public boolean none() {
        return from.isPresent() && from.equals(until);
    }

    /// Whether a time belongs to the episode.
    public boolean contains(Instant instant) {
        return from.filter(instant::isBefore).isEmpty()
                && until.map(instant::isBefore).orElse(true);
    }

    /// The last time not after `upTo`: just before the end if the own time ends earlier, else `upTo` itself.
    Instant last(Instant upTo) {
        return until.map(end -> end.minusNanos(1000))
                .filter(end -> end.isBefore(upTo))
                .orElse(upTo);
    }
}
