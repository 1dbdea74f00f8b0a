package health.vigil.api.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where alerts may be delivered to.
@ConfigMapping(prefix = "vigil.webhooks")
public interface WebhookSettings {
    /// Whether a webhook may lead into this network, and without TLS. Off: nobody reaches inner services through us.
    @WithDefault("false")
    boolean allowPrivate();
}
