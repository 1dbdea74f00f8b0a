package health.vigil.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The limits of intake.
@ConfigMapping(prefix = "vigil.intake")
public interface IntakeSettings {
    /// The largest body of one observation or an array, and the longest line of NDJSON.
    @WithDefault("256K")
    MemorySize maxJson();

    /// The largest body of NDJSON; `quarkus.http.limits.max-body-size` must allow it.
    @WithDefault("16M")
    MemorySize maxNdjson();

    /// The most observations in one body.
    @WithDefault("100000")
    int maxItems();

    /// The total size of the bodies of all requests that may be processed at once, until Kafka has acknowledged
    /// them. They need several times as much memory.
    @WithDefault("32M")
    MemorySize inFlight();

    /// How long one body's records may wait for Kafka's acknowledgement.
    @WithDefault("PT12S")
    Duration acknowledgement();

    /// How long a sender should wait after a 503.
    @WithDefault("PT2S")
    Duration retryAfter();
}
