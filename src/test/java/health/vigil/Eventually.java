package health.vigil;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// How tests wait for what must come about. They say what, never how soon: on a busy machine it comes later and is
/// right all the same; how soon it is stands in `docs/measurements.md`.
public final class Eventually {
    /// Longer than anything takes that comes about at all.
    public static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Eventually() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollInterval(LOOK_AGAIN);
    }
}
