package health.vigil.webhook;

import java.time.Duration;

/// How long a message waits before it is tried again: twice as long each time, and never longer than a ward would.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    /// @param attempts how often it was tried, at least once
    static Duration after(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
