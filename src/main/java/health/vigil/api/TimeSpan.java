package health.vigil.api;

import java.time.Instant;
import java.util.Optional;

/// A span of time, open where an end is absent; both ends belong to it.
public record TimeSpan(Optional<Instant> from, Optional<Instant> to) {
    boolean reversed() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /// The part of it from an instant on.
    public TimeSpan notBefore(Optional<Instant> earliest) {
        return new TimeSpan(
                earliest.map(limit -> from.filter(limit::isBefore).orElse(limit))
                        .or(() -> from),
                to);
    }
}
