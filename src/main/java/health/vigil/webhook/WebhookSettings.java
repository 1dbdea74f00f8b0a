package health.vigil.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Which webhooks are allowed, and how deliveries are retried.
@ConfigMapping(prefix = "vigil.webhooks")
public interface WebhookSettings {
    /// Whether webhooks may lead into this network and work without TLS. Off by default, so that nobody
    /// reaches internal services through Vigil.
    @WithDefault("false")
    boolean allowPrivate();

    /// Hosts of this network that webhooks may still reach, by name or address, also without TLS.
    Optional<Set<String>> innerHosts();

    /// The most messages that are in flight at once.
    @WithDefault("8")
    int couriers();

    /// The time from the connection to the status line of the answer.
    @WithDefault("10S")
    Duration patience();

    /// How long a message is retried.
    @WithDefault("24H")
    Duration giveUpAfter();

    /// How often the table is read if nothing is due and no commit wakes the couriers.
    @WithDefault("2S")
    Duration look();

    default boolean inner(String host) {
        return allowPrivate()
                || innerHosts().filter(hosts -> hosts.contains(host)).isPresent();
    }
}
