package health.vigil.simulation;

import java.time.Duration;
import java.time.Instant;

/// Hours of the story on the clock of the service, which is the real one.
///
/// The story starts now. What lies before the start happened when it says: a day ago is a day ago. From the start on
/// `speed` hours of the story pass in one real hour, and each observation is dated when it is played. So nothing ever
/// lies in the future, every age on the board is true, and the service's own windows keep their real length.
record StoryClock(Instant start, double speed) {
    private static final double MILLIS = 1000;

    Instant at(Duration story) {
        return start.plus(story.isNegative() ? story : pressed(story));
    }

    private Duration pressed(Duration story) {
        return Duration.ofMillis(Math.round(story.toSeconds() * MILLIS / speed));
    }
}
