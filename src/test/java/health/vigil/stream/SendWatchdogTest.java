package health.vigil.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SendWatchdogTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = SendWatchdog.PATIENCE;
    private static final Duration MOMENT = Duration.ofMillis(1);
    private final KafkaException own = new KafkaException("in an error state");
    private final Throwable ofABroker = new CompletionException(new TimeoutException("no acknowledgement"));

    private final SendWatchdog watch = new SendWatchdog();

    private void failsAt(Instant at, Throwable failure) {
        watch.sent(at);
        watch.failed(failure, at);
    }

    @Test
    void silenceIsNoFault() {
        watch.sent(START);
        watch.acknowledged(START);

        assertThat(watch.works(START.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void whatWaitsForMoreThanAMinuteWhileNothingIsSettledStandsStill() {
        watch.sent(START);
        watch.sent(START.plus(MOMENT));

        assertThat(watch.works(START.plus(MINUTE))).isTrue();
        assertThat(watch.works(START.plus(MINUTE).plus(MOMENT))).isFalse();
    }

    @Test
    void whatWaitsIsNoFaultWhileOthersAreSettled() {
        watch.sent(START);
        watch.sent(START);
        watch.failed(ofABroker, START.plus(MINUTE));

        assertThat(watch.works(START.plus(MINUTE).plus(MINUTE))).isTrue();
    }

    @Test
    void nothingButRefusalsOfItsOwnForMoreThanAMinuteIsAFault() {
        failsAt(START, own);
        failsAt(START.plus(MINUTE), own);
        assertThat(watch.works(START.plus(MINUTE))).isTrue();

        failsAt(START.plus(MINUTE).plus(MOMENT), own);

        assertThat(watch.works(START.plus(MINUTE).plus(MOMENT))).isFalse();
    }

    @Test
    void oneRefusalOfItsOwnIsNoFaultHoweverLongAgo() {
        failsAt(START, own);

        assertThat(watch.works(START.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void refusalsOfABrokerAreNoFaultHoweverLong() {
        failsAt(START, ofABroker);
        failsAt(START.plus(Duration.ofDays(1)), ofABroker);

        assertThat(watch.works(START.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void oneThatArrivesShowsThatItWorksAgain() {
        failsAt(START, own);
        watch.sent(START.plus(MINUTE));
        watch.acknowledged(START.plus(MINUTE));
        failsAt(START.plus(MINUTE).plus(MINUTE), own);

        assertThat(watch.works(START.plus(MINUTE).plus(MINUTE))).isTrue();
    }
}
