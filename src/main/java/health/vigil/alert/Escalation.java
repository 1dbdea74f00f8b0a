package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The times without an acknowledgement after which more people are alerted. Without steps the alert never
/// escalates.
public record Escalation(List<Duration> steps) {
    public Escalation {
        steps = List.copyOf(steps);
    }

    Optional<Instant> next(int level, Instant from) {
        return steps.stream().skip(level).findFirst().map(from::plus);
    }
}
