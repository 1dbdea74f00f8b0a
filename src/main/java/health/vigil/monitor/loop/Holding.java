package health.vigil.monitor.loop;

import health.vigil.store.Partitions.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The state of one assigned partition.
sealed interface Holding {
    /// Not claimed yet, or waiting after a failure.
    ///
    /// @param failures consecutive failures
    /// @param retryAt the earliest time of the next attempt
    record Resting(int failures, Instant retryAt) implements Holding {
        static final Resting FRESH = new Resting(0, Instant.EPOCH);

        Resting afterFailure(Duration rest, Duration longest, Instant now) {
            var doubled = rest.multipliedBy(1L << Math.min(failures, 10));
            return new Resting(failures + 1, now.plus(doubled.compareTo(longest) < 0 ? doubled : longest));
        }
    }

    /// Claimed: records are applied from the claim's offset on.
    ///
    /// @param cameInstead the offset that the last poll returned instead of the claim's next offset; absent
    ///     if there was no gap
    record Claimed(Claim claim, Optional<Long> cameInstead) implements Holding {
        /// Whether the consumer has returned the same offset twice for the claim's next offset.
        boolean cameBefore(long offset) {
            return cameInstead.filter(before -> before == offset).isPresent();
        }
    }

    /// Stopped until a person decides: records are missing, or the topic was replaced. The other partitions
    /// go on.
    record Stopped(String reason) implements Holding {}
}
