package health.vigil.api.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the stream of alerts is followed.
@ConfigMapping(prefix = "vigil.alert-stream")
interface StreamSettings {
    /// How often the event log is read for news when nothing wakes its reader; a commit of this process does, and the
    /// topic `vigil.alerts`.
    @WithDefault("2s")
    Duration pollInterval();

    /// How long a stream stays silent before a heartbeat; clients count on 15 s at most.
    @WithDefault("5s")
    Duration heartbeat();

    /// A reader that takes nothing for so long is dropped; it resumes by the id of its last event.
    @WithDefault("30s")
    Duration stalledAfter();

    /// How many of the newest events are kept in memory; a reader further behind reads the table.
    @WithDefault("4096")
    int window();
}
