package health.vigil.monitor.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the monitor reads the stream.
@ConfigMapping(prefix = "vigil.monitor")
interface MonitorSettings {
    /// The consumer group. All its members share the partitions.
    @WithDefault("vigil-monitor")
    String group();

    /// The most records that one transaction applies.
    @WithDefault("500")
    int batchSize();

    /// How long the broker may wait for more records. A longer wait makes batches larger and grades later.
    @WithDefault("50ms")
    Duration gather();

    /// How often timers, escalations and claims are checked while no records arrive.
    @WithDefault("200ms")
    Duration turn();

    /// A member that sends no heartbeat for this long loses its partitions.
    @WithDefault("10s")
    Duration session();

    /// A member whose poll loop hangs for this long loses its partitions. Must exceed the longest statement.
    @WithDefault("45s")
    Duration hang();

    /// The pause of a partition after a database failure. It doubles with each failure, up to {@link
    /// #longestRest}.
    @WithDefault("200ms")
    Duration rest();

    @WithDefault("5s")
    Duration longestRest();
}
