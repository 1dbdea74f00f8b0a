package health.vigil.monitor;

import health.vigil.alert.Escalation;
import health.vigil.alert.Priority;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How long an alert waits for an answer before more people are told, one step after the other.
@ConfigMapping(prefix = "vigil.escalation")
interface EscalationConfig {
    @WithDefault("5m,10m,20m")
    List<Duration> high();

    @WithDefault("15m,30m")
    List<Duration> medium();

    @WithDefault("2h")
    List<Duration> low();

    default Escalation escalation() {
        return new Escalation(Map.of(Priority.HIGH, high(), Priority.MEDIUM, medium(), Priority.LOW, low()));
    }
}
