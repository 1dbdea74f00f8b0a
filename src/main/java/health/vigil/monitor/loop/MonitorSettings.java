package health.vigil.monitor.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the stream is read.
@ConfigMapping(prefix = "vigil.monitor")
interface MonitorSettings {
    /// The consumer group. Whoever is in it shares the partitions.
    @WithDefault("vigil-monitor")
    String group();

    /// How many records are applied in one transaction at most.
    @WithDefault("500")
    int batchSize();

    /// How long the broker may wait for more records. Longer makes fewer and larger batches, and later grades.
    @WithDefault("50ms")
    Duration gather();

    /// How often timers, escalations and claims are looked at when nothing comes in.
    @WithDefault("200ms")
    Duration turn();

    /// A member that says nothing for so long loses its partitions to the others.
    @WithDefault("10s")
    Duration session();

    /// A member that hangs in its work for so long loses its partitions to the others. More than the longest statement.
    @WithDefault("45s")
    Duration hang();

    /// How long a partition rests after the database failed; doubled each time up to {@link #longestRest}.
    @WithDefault("200ms")
    Duration rest();

    @WithDefault("5s")
    Duration longestRest();
}
