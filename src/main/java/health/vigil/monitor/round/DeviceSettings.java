package health.vigil.monitor.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a device counts as silent.
@ConfigMapping(prefix = "vigil.devices")
public interface DeviceSettings {
    /// A bound device that sends nothing for this long is silent, unless its binding sets another time.
    @WithDefault("15M")
    Duration silentAfter();
}
