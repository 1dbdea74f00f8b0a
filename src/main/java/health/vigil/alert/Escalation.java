package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long an alert waits for an answer before more people are told, step by step.
///
/// @param steps by priority; a priority without steps is never escalated
public record Escalation(Map<Priority, List<Duration>> steps) {
    public Escalation {
        steps = Map.copyOf(steps);
    }

    Optional<Instant> next(Priority priority, int level, Instant from) {
        return steps.getOrDefault(priority, List.of()).stream()
                .skip(level)
                .findFirst()
                .map(from::plus);
    }
}
