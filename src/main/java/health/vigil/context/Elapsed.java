package health.vigil.context;

import java.time.Duration;
import java.time.Instant;

/// A time that has passed, as text.
final class Elapsed {
    private Elapsed() {}

    /// `47 h 50 min ago`.
    static String text(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        var minutes = passed.toMinutesPart();
        return passed.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min") + " ago";
    }
}
