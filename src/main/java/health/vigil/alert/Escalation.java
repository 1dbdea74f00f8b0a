package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long an alert waits for an answer before more people are told, step by step. Without steps it never escalates.
public record Escalation(List<Duration> steps) {
    public Escalation {
        steps = List.copyOf(steps);
    }

    Optional<Instant> next(int level, Instant from) {
        return steps.stream().skip(level).findFirst().map(from::plus);
    }
}
