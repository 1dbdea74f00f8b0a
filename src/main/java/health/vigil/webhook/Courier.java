package health.vigil.webhook;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.role.WorkerThread;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Deliveries;
import health.vigil.store.Deliveries.ClaimedDelivery;
import health.vigil.store.Deliveries.Failure;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Delivers alerts to webhooks. It claims a message in the database, sends it outside of any transaction, and
/// stores the outcome. A message is delivered at least once; receivers recognise duplicates by its id.
@ApplicationScoped
class Courier implements Worker {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int AT_ONE_WEBHOOK = 2;

    /// The longest pause of an unreachable webhook. It is short enough for the next alert.
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /// The pause if messages are due but their webhooks are busy.
    private static final Duration SHORTEST_REST = Duration.ofMillis(200);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Database database;
    private final WebhookSettings settings;
    private final Post post;
    private final Map<UUID, Integer> onTheirWay = new ConcurrentHashMap<>();
    private final List<WorkerThread> threads;
    private final Commits commits;
    private final AtomicInteger woken = new AtomicInteger();
    private int lookedAt;
    private long restedUntil = System.nanoTime();

    Courier(Database database, WebhookSettings settings, TlsConfigurationRegistry tls, Vertx vertx, Commits commits) {
        this.commits = commits;
        this.database = database;
        this.settings = settings;
        this.post = new Post(vertx, settings, TrustedAuthorities.of(tls), InetAddress::getAllByName);
        this.threads =
                IntStream.range(0, settings.couriers()).mapToObj(this::thread).toList();
    }

    @Override
    public Job job() {
        return Job.WEBHOOKS;
    }

    @Override
    public void start() {
        commits.listen(this::wake);
        threads.forEach(WorkerThread::start);
    }

    private void wake() {
        woken.incrementAndGet();
        threads.forEach(WorkerThread::wake);
    }

    /// Does not wait for a message that is under way: another courier takes it after its lease has ended.
    @Override
    public void stop() {
        threads.forEach(WorkerThread::stop);
    }

    private WorkerThread thread(int number) {
        return new WorkerThread(Thread.ofVirtual().name("vigil-courier-" + number), this::work, Duration.ZERO);
    }

    private void work(WorkerThread thread) {
        var rest = Duration.ZERO;
        while (thread.rest(rest)) {
            try {
                rest = deliverNext() ? Duration.ZERO : rest();
            } catch (DatabaseFailure away) {
                LOG.warnf("Webhooks are not delivered: %s", away.getClass().getSimpleName());
                rest = Duration.ZERO;
                thread.pause(AFTER_A_FAILURE);
            }
        }
    }

    private boolean deliverNext() {
        var taken = take();
        taken.ifPresent(message -> {
            try {
                settle(message, attempt(message));
            } finally {
                onTheirWay.computeIfPresent(message.webhook(), (_, count) -> count > 1 ? count - 1 : null);
            }
        });
        return taken.isPresent();
    }

    /// Only one thread claims at a time, which enforces the limit per webhook. After one look at an empty
    /// table the others wait.
    private synchronized Optional<ClaimedDelivery> take() {
        var seen = woken.get();
        if (seen == lookedAt && restedUntil > System.nanoTime()) {
            return Optional.empty();
        }
        var busy = onTheirWay.entrySet().stream()
                .filter(webhook -> webhook.getValue() >= AT_ONE_WEBHOOK)
                .map(Map.Entry::getKey)
                .toList();
        var taken = database.transact(sql -> Deliveries.take(sql, busy, LEASE));
        taken.ifPresentOrElse(
                message -> onTheirWay.merge(message.webhook(), 1, Integer::sum), () -> lookedInVain(seen));
        return taken;
    }

    /// Lets all couriers wait until a message is due, or until a commit that came after this look began.
    private void lookedInVain(int seen) {
        lookedAt = seen;
        restedUntil = System.nanoTime() + untilDue().toNanos();
    }

    private Duration untilDue() {
        var due = database.transact(Deliveries::nextDue).orElse(settings.look());
        var rest = due.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : due;
        return rest.compareTo(settings.look()) < 0 ? rest : settings.look();
    }

    private synchronized Duration rest() {
        return Duration.ofNanos(Math.max(0, restedUntil - System.nanoTime()));
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
