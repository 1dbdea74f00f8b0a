package health.vigil.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApiException;

/// Detects a Kafka client that has stopped working, whatever the brokers do.
///
/// The client completes every send within `delivery.timeout.ms`. If it completes nothing for a minute
/// although sends wait, it hangs. If it fails everything for a minute without an error of a broker, it has
/// given up. Neither recovers without a restart.
final class SendWatchdog {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private int waiting;
    private Instant settledAt = Instant.EPOCH;
    private Optional<Instant> refusesSince = Optional.empty();

    synchronized void sent(Instant now) {
        if (waiting == 0) {
            settledAt = now;
        }
        waiting++;
    }

    synchronized void acknowledged(Instant now) {
        settle(now);
        refusesSince = Optional.empty();
    }

    synchronized void failed(Throwable failure, Instant now) {
        settle(now);
        refusesSince = isOfABroker(failure) ? Optional.empty() : refusesSince.or(() -> Optional.of(now));
    }

    private void settle(Instant now) {
        waiting--;
        settledAt = now;
    }

    /// Whether a broker refused, or did not answer in time.
    private static boolean isOfABroker(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(ApiException.class::isInstance);
    }

    synchronized boolean works(Instant now) {
        var standsStill = waiting > 0 && isLong(settledAt, now);
        var gaveUp = refusesSince.filter(since -> isLong(since, settledAt)).isPresent();
        return !standsStill && !gaveUp;
    }

    private static boolean isLong(Instant from, Instant to) {
        return Duration.between(from, to).compareTo(PATIENCE) > 0;
    }
}
