package health.vigil.simulation;

import java.time.Duration;
import java.time.Instant;

/// Converts hours of the story to real time, which the service uses.
///
/// The story starts now. Times before the start are real: a day ago is a day ago. After the start, `speed`
/// hours of the story pass per real hour, and observations are dated when they are played. So nothing is
/// dated in the future, all ages on the board are true, and the service's time windows keep their real
/// length.
record StoryClock(Instant start, double speed) {
    private static final double MILLIS = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    /// An hour of the story, to the minute.
    static Duration hour(double hour) {
        return Duration.ofMinutes(Math.round(hour * MINUTES_PER_HOUR));
    }

    Instant at(Duration story) {
        return start.plus(story.isNegative() ? story : pressed(story));
    }

    private Duration pressed(Duration story) {
        return Duration.ofMillis(Math.round(story.toSeconds() * MILLIS / speed));
    }
}
