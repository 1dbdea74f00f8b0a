package health.vigil.webhook;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.Deliveries;
import health.vigil.store.Deliveries.ClaimedDelivery;
import health.vigil.store.Deliveries.Failure;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Delivers alerts to webhooks. It claims a message in the database, sends it outside of any transaction, and
/// stores the outcome. A message is delivered at least once; receivers recognise duplicates by its id.
@ApplicationScoped
class Courier implements Worker {
    private static final int AT_ONE_WEBHOOK = 2;

    /// The longest pause of an unreachable webhook. It is short enough for the next alert.
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Database database;
    private final WebhookSettings settings;
    private final Post post;
    private final Map<UUID, Integer> onTheirWay = new ConcurrentHashMap<>();
    private final CourierThreads<ClaimedDelivery> threads;

    Courier(Database database, WebhookSettings settings, TlsConfigurationRegistry tls, Vertx vertx, Commits commits) {
        this.database = database;
        this.settings = settings;
        this.post = Post.of(vertx, settings, tls);
        this.threads =
                new CourierThreads<>("webhook", settings.couriers(), settings.look(), commits, new WaitingDeliveries());
    }

    @Override
    public Job job() {
        return Job.WEBHOOKS;
    }

    @Override
    public void start() {
        threads.start();
    }

    @Override
    public void stop() {
        threads.stop();
    }

    private final class WaitingDeliveries implements CourierThreads.CourierQueue<ClaimedDelivery> {
        /// Enforces the limit per webhook, because only one thread claims at a time.
        @Override
        public Optional<ClaimedDelivery> take() {
            var busy = onTheirWay.entrySet().stream()
                    .filter(webhook -> webhook.getValue() >= AT_ONE_WEBHOOK)
                    .map(Map.Entry::getKey)
                    .toList();
            var taken = database.transact(sql -> Deliveries.take(sql, busy, LEASE));
            taken.ifPresent(message -> onTheirWay.merge(message.webhook(), 1, Integer::sum));
            return taken;
        }

        @Override
        public Optional<Duration> nextDue() {
            return database.transact(Deliveries::nextDue);
        }

        @Override
        public void deliver(ClaimedDelivery message) {
            try {
                settle(message, attempt(message));
            } finally {
                onTheirWay.computeIfPresent(message.webhook(), (_, count) -> count > 1 ? count - 1 : null);
            }
        }
    }

    private DeliveryOutcome attempt(ClaimedDelivery message) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var body = body(now, message.events());
        var id = "msg_" + message.message();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.of(message.secret(), id, now.getEpochSecond(), body));
        return post.send(URI.create(message.url()), headers, body);
    }

    private static String body(Instant at, List<String> events) {
        return "{\"type\":\"alerts\",\"timestamp\":\"%s\",\"data\":{\"events\":[%s]}}"
                .formatted(at, String.join(",", events));
    }

    private void settle(ClaimedDelivery message, DeliveryOutcome outcome) {
        var rest = Backoff.after(message.attempts());
        database.execute(sql -> {
            switch (outcome) {
                case DeliveryOutcome.Success(var status) -> Deliveries.delivered(sql, message.numbers(), status);
                case DeliveryOutcome.Rejection(var status) ->
                    Deliveries.failed(
                            sql,
                            message.numbers(),
                            new Failure(
                                    status,
                                    Optional.of("the receiver refused it with " + status),
                                    rest,
                                    settings.giveUpAfter()));
                case DeliveryOutcome.Unreachable(var status, var fault) -> {
                    Deliveries.failed(
                            sql,
                            message.numbers(),
                            new Failure(status, Optional.of(fault), rest, settings.giveUpAfter()));
                    Deliveries.rest(sql, message.webhook(), rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
                }
            }
        });
    }
}
