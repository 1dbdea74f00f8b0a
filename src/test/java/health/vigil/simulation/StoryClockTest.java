package health.vigil.simulation;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryClockTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void anHourOfTheStoryPassesInAMinuteAtSpeedSixty() {
        var clock = new StoryClock(START, 60);

        assertThat(clock.at(Duration.ofHours(3))).isEqualTo(START.plusSeconds(180));
    }

    @Test
    void whatLiesBeforeTheStoryIsAsLongAgoAsItSays() {
        var clock = new StoryClock(START, 60);

        assertThat(clock.at(Duration.ofHours(-24))).isEqualTo(START.minus(Duration.ofHours(24)));
    }
}
