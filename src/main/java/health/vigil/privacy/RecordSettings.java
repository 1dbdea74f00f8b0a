package health.vigil.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much the records of patients that are sent may take from the ward.
@ConfigMapping(prefix = "vigil.record")
interface RecordSettings {
    /// How many records may be read and sent at once in one process; whoever asks for one more is told to come back.
    @WithDefault("2")
    int atOnce();

    /// How long one may take to be sent, once it is read: then its connection is closed.
    @WithDefault("PT5M")
    Duration sentWithin();

    /// When whoever was told 503 should come back.
    @WithDefault("PT10S")
    Duration retryAfter();
}
