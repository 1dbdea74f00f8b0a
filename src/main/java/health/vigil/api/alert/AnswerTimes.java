package health.vigil.api.alert;

import health.vigil.alert.Priority;
import health.vigil.observation.Word;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A metric of how long people take to acknowledge alerts.
@ApplicationScoped
class AnswerTimes {
    private final Map<String, Timer> byPriority;

    AnswerTimes(MeterRegistry registry) {
        byPriority = Arrays.stream(Priority.values())
                .collect(Collectors.toMap(Word::word, priority -> timer(registry, priority)));
    }

    private static Timer timer(MeterRegistry registry, Priority priority) {
        return Timer.builder("vigil.alert.raise.to.acknowledge")
                .description("From an alert to the first acknowledgement by a person")
                .tag("priority", priority.word())
                .serviceLevelObjectives(
                        Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1))
                .register(registry);
    }

    void answered(String priority, Duration after) {
        Optional.ofNullable(byPriority.get(priority)).ifPresent(timer -> timer.record(after));
    }
}
