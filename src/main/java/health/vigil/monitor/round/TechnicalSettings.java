package health.vigil.monitor.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a fault of the service raises an alert.
@ConfigMapping(prefix = "vigil.technical")
public interface TechnicalSettings {
    /// Outgoing grades and alerts that have waited for Kafka this long are late.
    @WithDefault("1M")
    Duration outboxLate();

    /// The quarantine grows if at least this many unsettled records arrived
    @WithDefault("10")
    int quarantineGrows();

    /// within this time.
    @WithDefault("15M")
    Duration quarantineWithin();

    /// An alert is raised if records of a patient who is not admitted have waited this long.
    @WithDefault("2M")
    Duration unknownPatient();

    /// How long an alert about wrong clocks or demonstration data of a sender stands after the last such reading.
    @WithDefault("1H")
    Duration feedWithin();

    /// A webhook is late if a delivery that was tried has waited this long.
    @WithDefault("10M")
    Duration deliveryLate();
}
