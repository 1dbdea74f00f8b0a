package health.vigil.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the outbox is relayed.
@ConfigMapping(prefix = "vigil.monitor")
interface RelaySettings {
    /// How often the outbox is looked at when it is empty and nothing wakes the relay; a commit does.
    @WithDefault("2s")
    Duration relay();

    /// The pause after a failure.
    @WithDefault("5s")
    Duration longestRest();
}
