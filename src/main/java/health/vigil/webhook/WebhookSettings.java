package health.vigil.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Where alerts may be delivered to, and how hard it is tried.
@ConfigMapping(prefix = "vigil.webhooks")
public interface WebhookSettings {
    /// Whether a webhook may lead into this network, and without TLS. Off: nobody reaches inner services through us.
    @WithDefault("false")
    boolean allowPrivate();

    /// The hosts of this network that a webhook may lead to all the same, by name or address, without TLS too.
    Optional<Set<String>> innerHosts();

    /// How many messages are on their way at once.
    @WithDefault("8")
    int couriers();

    /// How long a receiver may take, from the connection to the first line of its answer.
    @WithDefault("10S")
    Duration patience();

    /// How long a message is tried again.
    @WithDefault("24H")
    Duration giveUpAfter();

    /// How often the table is looked at when nothing is due and nothing wakes the couriers; a commit does.
    @WithDefault("2S")
    Duration look();

    default boolean inner(String host) {
        return allowPrivate()
                || innerHosts().filter(hosts -> hosts.contains(host)).isPresent();
    }
}
