package health.vigil.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How the topics are made when they are missing. Topics that exist are left as they are.
@ConfigMapping(prefix = "vigil.topics")
interface TopicSettings {
    /// Off where somebody else makes the topics and this account may not.
    @WithDefault("true")
    boolean create();

    /// Partitions of `vigil.observations`: as many monitors can share the patients.
    @WithDefault("6")
    int partitions();

    /// Copies of each partition; the broker's own default unless given.
    Optional<Short> replicationFactor();

    /// How long records stay: longer than the longest outage of the monitor, and than the oldest backup that is
    /// restored.
    @WithDefault("P30D")
    Duration retention();
}
