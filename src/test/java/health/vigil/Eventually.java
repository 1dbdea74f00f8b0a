package health.vigil;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits in tests until a condition holds. The limit only detects failures; it does not assert speed.
/// `docs/measurements.md` has the measured times.
public final class Eventually {
    /// Longer than any condition takes that becomes true at all.
    public static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Eventually() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollInterval(LOOK_AGAIN);
    }
}
