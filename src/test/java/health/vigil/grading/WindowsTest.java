package health.vigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A window lasts up to and including its end, to the microsecond.
class WindowsTest {
    private static final List<Duration> STEPS = List.of(
            Duration.ofDays(-2),
            Duration.ofSeconds(-2),
            Duration.ofSeconds(-1),
            Duration.ofNanos(-1_000),
            Duration.ZERO,
            Duration.ofNanos(1_000),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofDays(2));

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, PT12H",
        "2026-03-01T10:00:00.999999Z, PT12H",
        "2026-03-01T10:00:00.000001Z, PT0.999999S",
        "2026-03-01T10:00:00.999999Z, PT0.999999S",
        "2026-03-01T10:00:00.25Z, PT1.75S",
        "1969-12-31T23:59:59.5Z, PT0.5S"
    })
    void somethingCountsUpToTheEndOfItsWindow(Instant from, Duration window) {
        var end = from.plus(window);

        for (var step : STEPS) {
            assertThat(Windows.counts(from, window, end.plus(step)))
                    .as("%s from the end", step)
                    .isEqualTo(!step.isPositive());
        }
    }

    @Test
    void aTimeWithoutEndLiesInNoWindow() {
        assertThat(Windows.counts(Instant.MIN, Duration.ofDays(1), Instant.MAX)).isFalse();
        assertThat(Windows.counts(Instant.MAX, Duration.ofDays(1), Instant.MIN)).isTrue();
    }
}
