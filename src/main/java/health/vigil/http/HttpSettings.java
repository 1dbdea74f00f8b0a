package health.vigil.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What the frame puts up with.
@ConfigMapping(prefix = "vigil.http")
interface HttpSettings {
    /// How long the headers of a request may take to arrive, from the opening of the connection or their first byte.
    @WithDefault(ConnectionHandlers.PATIENCE)
    Duration headersWithin();

    /// How long a body may take to arrive, once its headers are there.
    @WithDefault("PT30S")
    Duration bodyWithin();

    /// Connections of one address that have asked for anything: half of all there may be. Behind a proxy all of them
    /// come from there, unless it says from where (`quarkus.http.proxy.proxy-address-forwarding`).
    @WithDefault("4096")
    int connectionsPerAddress();

    /// Requests of one address that show no credential, such as the pages before anybody has signed in; the same of
    /// those that sign in, and of those that show a credential that is not known here.
    @WithDefault("100")
    long anonymousPerSecond();

    /// The same at once.
    @WithDefault("500")
    long anonymousAtOnce();
}
