package health.vigil.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits for downloads of patient records.
@ConfigMapping(prefix = "vigil.record")
interface RecordSettings {
    /// The most records that one process reads and sends at once; further requests get 503.
    @WithDefault("2")
    int atOnce();

    /// The time to send a record after it was read; then the connection is closed.
    @WithDefault("PT5M")
    Duration sentWithin();

    /// The `Retry-After` of that 503.
    @WithDefault("PT10S")
    Duration retryAfter();
}
