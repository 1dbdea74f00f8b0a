package health.vigil.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where traces are told, if anywhere.
@ConfigMapping(prefix = "vigil.tracing")
interface TraceSettings {
    /// The collector's address for OTLP over HTTP, such as `http://collector:4318/v1/traces`. Absent: nothing is
    /// traced.
    Optional<URI> endpoint();

    /// The share of posts that are traced, unless the sender traces them already.
    @WithDefault("1.0")
    double share();
}
