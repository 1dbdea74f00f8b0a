package health.vigil.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The limits of what is taken in.
@ConfigMapping(prefix = "vigil.intake")
public interface IntakeSettings {
    /// The largest body of one observation or an array, and the longest line of NDJSON.
    @WithDefault("256K")
    MemorySize maxJson();

    /// The largest body of NDJSON; `quarkus.http.limits.max-body-size` must let it through.
    @WithDefault("16M")
    MemorySize maxNdjson();

    /// The most observations in one body.
    @WithDefault("100000")
    int maxItems();

    /// How much may be in hand at once, over all requests and until Kafka has acknowledged it, by size of the
    /// bodies. It takes several times as much memory.
    @WithDefault("32M")
    MemorySize inFlight();

    /// How long one body's records may wait for Kafka's acknowledgement.
    @WithDefault("PT12S")
    Duration acknowledgement();

    /// When a sender who was told 503 should come back.
    @WithDefault("PT2S")
    Duration retryAfter();
}
