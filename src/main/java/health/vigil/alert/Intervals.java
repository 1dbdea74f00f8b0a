package health.vigil.alert;

import java.time.Duration;
import java.util.stream.Stream;

/// Validates the intervals of a plan.
final class Intervals {
    static final Duration LONGEST = Duration.ofDays(7);

    private Intervals() {}

    static void check(Duration... intervals) {
        Stream.of(intervals)
                .forEach(interval -> require(
                        interval.isPositive() && interval.compareTo(LONGEST) <= 0,
                        "the interval " + interval + " is not above 0 and at most " + LONGEST));
    }

    /// Requires that no interval is longer than the next one. The most severe comes first: a sicker patient must
    /// not be checked less often.
    static void rising(String what, Duration... intervals) {
        for (int i = 1; i < intervals.length; i++) {
            require(
                    intervals[i - 1].compareTo(intervals[i]) <= 0,
                    what + ": " + intervals[i - 1] + " must not be longer than " + intervals[i]);
        }
    }

    static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new IllegalArgumentException("Invalid monitoring plan: " + otherwise);
        }
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
