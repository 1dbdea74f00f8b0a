package health.vigil.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where traces are exported to.
@ConfigMapping(prefix = "vigil.tracing")
interface TraceSettings {
    /// The collector's URL for OTLP over HTTP, such as `http://collector:4318/v1/traces`. Absent: no tracing.
    Optional<URI> endpoint();

    /// The share of requests that are traced, unless the sender already traces them.
    @WithDefault("1.0")
    double share();
}
