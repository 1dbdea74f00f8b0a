package health.vigil.subscription;

import health.vigil.fhir.FhirWriter;
import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SubscriptionEvents;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionQueue;
import health.vigil.store.SubscriptionQueue.ClaimedNotice;
import health.vigil.store.SubscriptionQueue.NoticeFailure;
import health.vigil.store.SubscriptionQueue.NoticeType;
import health.vigil.webhook.Backoff;
import health.vigil.webhook.CourierThreads;
import health.vigil.webhook.CourierThreads.CourierQueue;
import health.vigil.webhook.DeliveryOutcome;
import health.vigil.webhook.Destination;
import health.vigil.webhook.Post;
import health.vigil.webhook.WebhookSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.logging.Logger;

/// Sends handshakes, heartbeats and events to the receivers of subscriptions. It claims a subscription in the
/// database, sends one message outside of any transaction, and stores the outcome. So the events of a
/// subscription come in order and at least once; their numbers tell a receiver what it has already.
@ApplicationScoped
class SubscriptionCourier implements Worker {
    private static final Logger LOG = Logger.getLogger(SubscriptionCourier.class);

    /// Longer than the longest time that a receiver may take.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration EVERY_HOUR = Duration.ofHours(1);
    private static final int ROWS_AT_ONCE = 10_000;

    private final Database database;
    private final SubscriptionSettings settings;
    private final Schedule schedule;
    private final WebhookSettings receivers;
    private final FocusResources resources;
    private final Post post;
    private final AtomicLong lag;
    private final CourierThreads<ClaimedNotice> threads;

    SubscriptionCourier(
            Database database,
            SubscriptionSettings settings,
            Schedule schedule,
            WebhookSettings receivers,
            FocusResources resources,
            TlsConfigurationRegistry tls,
            Vertx vertx,
            Commits commits,
            MeterRegistry registry) {
        this.database = database;
        this.settings = settings;
        this.schedule = schedule;
        this.receivers = receivers;
        this.resources = resources;
        this.post = Post.of(vertx, receivers, tls);
        this.lag = registry.gauge("vigil.fhir.event.lag.seconds", new AtomicLong());
        this.threads = new CourierThreads<>(
                "subscription", settings.couriers(), receivers.look(), commits, new WaitingNotices());
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

    private final class WaitingNotices implements CourierQueue<ClaimedNotice> {
        @Override
        public Optional<ClaimedNotice> take() {
            return database.transact(sql -> SubscriptionQueue.take(sql, LEASE));
        }

        @Override
        public Optional<Duration> nextDue() {
            lag.set(database.transact(SubscriptionQueue::oldestSeconds));
            return database.transact(SubscriptionQueue::nextDue);
        }

        /// What was deleted before it could be told counts as told.
        @Override
        public void deliver(ClaimedNotice notice) {
            var nothing = notice.type() == NoticeType.EVENT_NOTIFICATION
                    && notice.events().isEmpty();
            if (nothing) {
                database.execute(sql -> SubscriptionQueue.delivered(sql, notice));
            } else {
                settle(notice, attempt(notice));
            }
        }
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
                    FhirWriter.write(bundle(notice)),
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

    private Bundle bundle(ClaimedNotice notice) {
        var subscription = notice.subscription();
        Map<EventFocus, Resource> found =
                subscription.content().equals("full-resource") ? resources.of(notice.events()) : Map.of();
        var told = notice.type() == NoticeType.EVENT_NOTIFICATION ? notice.upTo() : subscription.lastNumber();
        return NotificationBundle.of(
                subscription, notice.type().word(), subscription.content(), told, notice.events(), found);
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
