package health.vigil.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of the HTTP server.
@ConfigMapping(prefix = "vigil.http")
interface HttpSettings {
    /// The time for the headers of a request, from the opening of the connection or their first byte.
    @WithDefault(ConnectionHandlers.PATIENCE)
    Duration headersWithin();

    /// The time for a body, from the end of its headers.
    @WithDefault("PT30S")
    Duration bodyWithin();

    /// The most connections of one address that have sent a request: half of all connections. Behind a proxy
    /// all requests come from its address, unless forwarding is on
    /// (`quarkus.http.proxy.proxy-address-forwarding`).
    @WithDefault("4096")
    int connectionsPerAddress();

    /// The requests per second of one address without a credential, such as pages before signing in. Separate
    /// budgets of the same size exist for signing in and for unknown credentials.
    @WithDefault("100")
    long anonymousPerSecond();

    /// The same as a burst.
    @WithDefault("500")
    long anonymousAtOnce();
}
