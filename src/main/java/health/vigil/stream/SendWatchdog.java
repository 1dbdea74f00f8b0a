package health.vigil.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApiException;

/// Notices when Kafka's client does its part no longer, whatever the brokers do.
///
/// It settles everything that it is given within `delivery.timeout.ms`. Where nothing is settled for a minute
/// though something waits, it stands still; where it refuses everything for a minute without a word of a broker,
/// it has given up. Neither mends by itself.
final class SendWatchdog {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private int waiting;
    private Instant settledAt = Instant.EPOCH;
    private Optional<Instant> refusesSince = Optional.empty();

    synchronized void given(Instant now) {
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

    /// A broker's refusal, or its silence for too long.
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
