package health.vigil.monitor.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When the service itself is worth an alert.
@ConfigMapping(prefix = "vigil.technical")
public interface TechnicalSettings {
    /// Grades and alerts that have waited for so long to be told to Kafka are late.
    @WithDefault("1M")
    Duration outboxLate();

    /// The quarantine grows when so many were put aside
    @WithDefault("10")
    int quarantineGrows();

    /// in so long, and not yet settled.
    @WithDefault("15M")
    Duration quarantineWithin();

    /// Records for patients whom nobody has admitted are told of when they have waited for so long.
    @WithDefault("2M")
    Duration unknownPatient();

    /// A webhook that has waited for so long for what was tried is late.
    @WithDefault("10M")
    Duration deliveryLate();
}
