package health.vigil.monitor.loop;

import health.vigil.store.Partitions.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where this member stands with a partition it was given.
sealed interface Holding {
    /// Not claimed yet, or again not, after a failure.
    ///
    /// @param failures how often in a row
    /// @param retryAt when it is worth trying
    record Resting(int failures, Instant retryAt) implements Holding {
        static final Resting FRESH = new Resting(0, Instant.EPOCH);

        Resting again(Duration rest, Duration longest, Instant now) {
            var doubled = rest.multipliedBy(1L << Math.min(failures, 10));
            return new Resting(failures + 1, now.plus(doubled.compareTo(longest) < 0 ? doubled : longest));
        }
    }

    /// Its records are applied from the claim's offset on.
    ///
    /// @param cameInstead the offset of what came last in place of the claim's next record; absent if nothing did
    record Claimed(Claim claim, Optional<Long> cameInstead) implements Holding {
        /// Whether this came before, and came again when the next record was asked for.
        boolean cameBefore(long offset) {
            return cameInstead.filter(before -> before == offset).isPresent();
        }
    }

    /// Records are missing, or the topic is another: a person has to decide. The other partitions go on.
    record Stopped(String reason) implements Holding {}
}
