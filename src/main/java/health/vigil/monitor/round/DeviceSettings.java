package health.vigil.monitor.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long a device may say nothing.
@ConfigMapping(prefix = "vigil.devices")
public interface DeviceSettings {
    /// A bound device that says nothing for so long is silent, unless its binding says otherwise.
    @WithDefault("15M")
    Duration silentAfter();
}
