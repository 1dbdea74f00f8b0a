package health.vigil.grading;

import java.time.Duration;
import java.time.Instant;

/// Windows of time. A window of length w after an instant e lasts while `t - e <= w`. Time passes in steps of a
/// microsecond.
final class Windows {
    private static final long STEP_NANOS = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Windows() {}

    /// Every reading asks this several times, so it compares without a new instant. Two seconds or more decide
    /// whatever the nanoseconds are.
    static boolean counts(Instant from, Duration window, Instant at) {
        long left = Math.clamp(from.getEpochSecond() + window.getSeconds() - at.getEpochSecond(), -2, 2);
        return left * NANOS_PER_SECOND + from.getNano() + window.getNano() - at.getNano() >= 0;
    }

    /// The first instant after `last`, at which something that counts up to and including `last` no longer counts.
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

    /// The earlier of `next` and the first instant after `last`. If `last` is before `at`, the result is `next`,
    /// because that change is in the past.
    static Instant earlierAfter(Instant at, Instant next, Instant last) {
        return last.isBefore(at) || !last.isBefore(next) ? next : justAfter(last);
    }
}
