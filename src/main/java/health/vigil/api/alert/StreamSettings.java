package health.vigil.api.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings of the alert stream.
@ConfigMapping(prefix = "vigil.alert-stream")
interface StreamSettings {
    /// How often the event log is read if nothing wakes its reader. A commit of this process wakes it, and so
    /// does a record of the topic `vigil.alerts`.
    @WithDefault("2s")
    Duration pollInterval();

    /// How long a stream may be silent before a heartbeat; clients expect at most 15 s.
    @WithDefault("5s")
    Duration heartbeat();

    /// A reader that takes nothing for this long is dropped. It can resume with the id of its last event.
    @WithDefault("30s")
    Duration stalledAfter();

    /// How many of the newest events are kept in memory. For a reader further behind, the table is read.
    @WithDefault("4096")
    int window();
}
