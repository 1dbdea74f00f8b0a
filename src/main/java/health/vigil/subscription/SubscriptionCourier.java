package health.vigil.subscription;

import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SubscriptionEvents;
import health.vigil.store.SubscriptionQueue;
import health.vigil.store.SubscriptionQueue.ClaimedNotice;
import health.vigil.store.SubscriptionQueue.NoticeFailure;
import health.vigil.store.SubscriptionQueue.QueueShare.ToEndpoints;
import health.vigil.webhook.Backoff;
import health.vigil.webhook.CourierThreads;
import health.vigil.webhook.DeliveryOutcome;
import health.vigil.webhook.Destination;
import health.vigil.webhook.Post;
import health.vigil.webhook.WebhookSettings;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/// Sends handshakes, heartbeats and events to the receivers of subscriptions. It claims a subscription in the
/// database, sends one message outside of any transaction, and stores the outcome. So the events of a
/// subscription come in order and at least once; their numbers tell a receiver what it has already.
@ApplicationScoped
class SubscriptionCourier implements Worker {
    private static final Logger LOG = Logger.getLogger(SubscriptionCourier.class);

    /// The longest time that a client may allow its receiver.
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration EVERY_HOUR = Duration.ofHours(1);
    private static final int ROWS_AT_ONCE = 10_000;

    private final Database database;
    private final SubscriptionSettings settings;
    private final Schedule schedule;
    private final WebhookSettings receivers;
    private final NoticeWriter writer;
    private final Post post;
    private final CourierThreads<ClaimedNotice> threads;

    SubscriptionCourier(
            Database database,
            SubscriptionSettings settings,
            Schedule schedule,
            WebhookSettings receivers,
            NoticeWriter writer,
            TlsConfigurationRegistry tls,
            Vertx vertx,
            Commits commits) {
        this.database = database;
        this.settings = settings;
        this.schedule = schedule;
        this.receivers = receivers;
        this.writer = writer;
        this.post = Post.of(vertx, receivers, tls);
        this.threads = new CourierThreads<>(
                "subscription",
                settings.couriers(),
                receivers.look(),
                commits,
                new NoticeQueue(database, ToEndpoints::new, lease(receivers.patience()), this::deliver));
    }

    @Override
    public Job job() {
        return Job.SUBSCRIPTIONS;
    }

    @Override
    public void start() {
        threads.start();
        schedule.every(job(), EVERY_HOUR, this::removeOldEvents);
    }

    @Override
    public void stop() {
        threads.stop();
        schedule.end(job());
    }

    private void removeOldEvents() {
        int removed;
        do {
            removed = database.transact(
                    sql -> SubscriptionEvents.removeBefore(sql, sql.now().minus(settings.keepEvents()), ROWS_AT_ONCE));
        } while (removed >= ROWS_AT_ONCE);
    }

    /// Longer than any receiver may take.
    ///
    /// @param patience the time of a receiver whose client names none
    static Duration lease(Duration patience) {
        var longest = patience.compareTo(LONGEST_TIMEOUT) > 0 ? patience : LONGEST_TIMEOUT;
        return longest.plusMinutes(1);
    }

    private void deliver(ClaimedNotice notice) {
        settle(notice, attempt(notice));
    }

    private DeliveryOutcome attempt(ClaimedNotice notice) {
        var subscription = notice.subscription();
        if (Destination.read(subscription.endpoint(), receivers).isEmpty()) {
            return new DeliveryOutcome.Unreachable(0, "the endpoint is not allowed any more");
        }
        try {
            return post.send(
                    URI.create(subscription.endpoint()),
                    headers(notice),
                    writer.write(notice),
                    subscription.timeout().isPresent()
                            ? Duration.ofSeconds(subscription.timeout().getAsInt())
                            : receivers.patience());
        } catch (DatabaseFailure away) {
            throw away;
        } catch (RuntimeException bug) {
            LOG.errorf("A notification cannot be made: %s at %s", bug.getClass().getName(), bug.getStackTrace()[0]);
            return new DeliveryOutcome.Unreachable(0, "the notification cannot be made");
        }
    }

    private static Map<String, String> headers(ClaimedNotice notice) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/fhir+json");
        notice.headers().open().stream()
                .map(header -> header.split(":", 2))
                .forEach(parts -> headers.put(parts[0], parts[1].strip()));
        return headers;
    }

    private void settle(ClaimedNotice notice, DeliveryOutcome outcome) {
        database.execute(sql -> {
            switch (outcome) {
                case DeliveryOutcome.Success _ -> SubscriptionQueue.delivered(sql, notice);
                case DeliveryOutcome.Rejection(var status) ->
                    SubscriptionQueue.failed(sql, notice, failure(notice, "the receiver refused it with " + status));
                case DeliveryOutcome.Unreachable(var _, var fault) ->
                    SubscriptionQueue.failed(sql, notice, failure(notice, fault));
            }
        });
    }

    private NoticeFailure failure(ClaimedNotice notice, String fault) {
        return new NoticeFailure(fault, Backoff.after(notice.attempts() + 1), settings.giveUpAfter());
    }
}
