package health.vigil.api;

import java.time.Instant;
import java.util.Optional;

/// A span of time. Both ends belong to it; an absent end is open.
public record TimeSpan(Optional<Instant> from, Optional<Instant> to) {
    /// All time.
    public static final TimeSpan EVER = new TimeSpan(Optional.empty(), Optional.empty());

    /// No time at all.
    static final TimeSpan NEVER = new TimeSpan(
            Optional.of(Instant.parse("9999-12-31T00:00:00Z")), Optional.of(Instant.parse("0001-01-01T00:00:00Z")));

    /// @param until exclusive
    static TimeSpan before(Optional<Instant> from, Optional<Instant> until) {
        return new TimeSpan(from, until.map(end -> end.minusNanos(1000)));
    }

    boolean reversed() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /// The part of it that lies within another.
    public TimeSpan within(TimeSpan other) {
        return new TimeSpan(
                other.from
                        .map(limit -> from.filter(limit::isBefore).orElse(limit))
                        .or(() -> from),
                other.to.map(limit -> to.filter(limit::isAfter).orElse(limit)).or(() -> to));
    }
}
