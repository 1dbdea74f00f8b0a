package health.vigil.subscription;

import health.vigil.access.CredentialCheck;
import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import health.vigil.store.Commits;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SubscriptionQueue;
import health.vigil.store.SubscriptionQueue.ClaimedNotice;
import health.vigil.subscription.OpenSockets.SocketBinding;
import health.vigil.webhook.CourierThreads;
import health.vigil.webhook.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Sends handshakes, heartbeats and events over the websockets of this process. The queue, the numbers and the messages
/// are those of [SubscriptionCourier]. What the network has taken counts as delivered.
@ApplicationScoped
class SocketCourier implements Worker {
    private static final Logger LOG = Logger.getLogger(SocketCourier.class);
    private static final Duration REVIEW = Duration.ofSeconds(4);

    private final Database database;
    private final CredentialCheck credentials;
    private final OpenSockets sockets;
    private final NoticeWriter writer;
    private final WebhookSettings receivers;
    private final Schedule schedule;
    private final CourierThreads<ClaimedNotice> threads;

    SocketCourier(
            Database database,
            CredentialCheck credentials,
            OpenSockets sockets,
            NoticeWriter writer,
            SubscriptionSettings settings,
            WebhookSettings receivers,
            Schedule schedule,
            Commits commits) {
        this.database = database;
        this.credentials = credentials;
        this.sockets = sockets;
        this.writer = writer;
        this.receivers = receivers;
        this.schedule = schedule;
        this.threads = new CourierThreads<>(
                "socket",
                settings.couriers(),
                settings.socketPoll(),
                commits,
                new NoticeQueue(
                        database, sockets::share, SubscriptionCourier.lease(receivers.patience()), this::deliver));
    }

    @Override
    public Job job() {
        return Job.SUBSCRIPTION_SOCKETS;
    }

    @Override
    public void start() {
        threads.start();
        schedule.every(job(), REVIEW, sockets::review);
    }

    @Override
    public void stop() {
        schedule.end(job());
        sockets.endAll();
        threads.stop();
    }

    private void deliver(ClaimedNotice notice) {
        sockets.binding(notice.lease()).ifPresent(binding -> tell(binding, notice));
    }

    /// The rights to wards are applied when the message is claimed; here it is the credential's turn.
    private void tell(SocketBinding binding, ClaimedNotice notice) {
        if (!credentials.valid(binding.credential())) {
            sockets.drop(binding, SocketEnd.CREDENTIAL_ENDED);
        } else if (sent(binding, notice)) {
            database.execute(sql -> SubscriptionQueue.delivered(sql, notice));
        } else {
            sockets.end(binding.socket(), SocketEnd.SLOW);
        }
    }

    private boolean sent(SocketBinding binding, ClaimedNotice notice) {
        var timeout = notice.subscription().timeout();
        try {
            binding.socket()
                    .send(
                            writer.write(notice),
                            timeout.isPresent() ? Duration.ofSeconds(timeout.getAsInt()) : receivers.patience());
            return true;
        } catch (DatabaseFailure away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.debugf(
                    "A websocket does not take a message: %s",
                    failure.getClass().getName());
            return false;
        }
    }
}
