package health.vigil.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How notifications are sent. Which receivers are allowed is a setting of webhooks.
@ConfigMapping(prefix = "vigil.subscriptions")
public interface SubscriptionSettings {
    /// The most subscriptions of one account.
    @WithDefault("20")
    int perAccount();

    /// The most messages that are in flight at once. Of one subscription it is one, of one account two.
    @WithDefault("32")
    int couriers();

    /// How long a receiver may fail until its subscription is in error.
    @WithDefault("10M")
    Duration giveUpAfter();

    /// The most connections of one account's websockets to one process.
    @WithDefault("10")
    int socketsPerAccount();

    /// The most websockets of one process.
    @WithDefault("500")
    int sockets();

    /// How often the queue is read for websockets if no commit of this process wakes their couriers.
    @WithDefault("1s")
    Duration socketPoll();

    /// How long events can be told again.
    @WithDefault("P30D")
    Duration keepEvents();
}
