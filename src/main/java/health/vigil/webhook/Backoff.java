package health.vigil.webhook;

import java.time.Duration;

/// The delay before a retry. It doubles with each attempt up to a limit that a ward can accept.
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    /// How long to wait before the next attempt.
    ///
    /// @param attempts the number of attempts so far, at least one
    public static Duration after(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
