package health.vigil.protocol;

import java.util.Optional;

/// The limits of a range, both included. A limit that leaves nothing out is absent; at least one is there.
public record RangeLimits<N>(Optional<N> from, Optional<N> to) {
    /// @param highest the highest number there is; the lowest is 0
    static RangeLimits<Integer> of(int from, int to, int highest) {
        var upper = Optional.of(to).filter(limit -> limit < highest);
        return new RangeLimits<>(Optional.of(from).filter(limit -> limit > 0 || upper.isEmpty()), upper);
    }
}
