package health.vigil.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the outbox is relayed.
@ConfigMapping(prefix = "vigil.monitor")
interface RelaySettings {
    /// How often the outbox is read if it is empty and no commit wakes the relay.
    @WithDefault("2s")
    Duration relay();

    /// The pause after a failure.
    @WithDefault("5s")
    Duration longestRest();
}
