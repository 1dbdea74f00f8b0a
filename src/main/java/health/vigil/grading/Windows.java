package health.vigil.grading;

import java.time.Duration;
import java.time.Instant;

/// Windows of time. One of length w after e counts while `t - e <= w`; time passes in steps of a microsecond.
final class Windows {
    private static final long STEP_NANOS = 1_000;

    private Windows() {}

    static boolean counts(Instant from, Duration window, Instant at) {
        return !at.isAfter(from.plus(window));
    }

    /// The first instant at which something that counts up to and including `last` does not count any more.
    static Instant justAfter(Instant last) {
        return last.equals(Instant.MAX) ? last : last.plusNanos(STEP_NANOS);
    }

    static Instant justBefore(Instant instant) {
        return instant.minusNanos(STEP_NANOS);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The earlier of two instants: `next`, and the one at which what counts up to and including `last` is over. What
    /// was over at `at` already changes nothing any more.
    static Instant earlierAfter(Instant at, Instant next, Instant last) {
        return last.isBefore(at) || !last.isBefore(next) ? next : justAfter(last);
    }
}
