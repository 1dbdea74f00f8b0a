package health.vigil.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How missing topics are created. Existing topics stay unchanged.
@ConfigMapping(prefix = "vigil.topics")
interface TopicSettings {
    /// Switch this off if the topics are created elsewhere and this account has no right to.
    @WithDefault("true")
    boolean create();

    /// Partitions of `vigil.observations`, which is the largest useful number of monitors.
    @WithDefault("6")
    int partitions();

    /// Replicas of each partition; absent: the broker's default.
    Optional<Short> replicationFactor();

    /// How long records are kept: longer than the longest outage of the monitor, and longer than the age of
    /// the oldest backup that is restored.
    @WithDefault("P30D")
    Duration retention();
}
