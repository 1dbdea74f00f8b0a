package health.vigil.api.alert;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/// Wakes the streams of alerts when the topic `vigil.alerts` has a record, whichever process wrote it. The streams
/// read the log, so a record may come twice, late or never.
@ApplicationScoped
class AlertNews implements Worker {
    private static final Logger LOG = Logger.getLogger(AlertNews.class);

    private final Multi<byte[]> topic;
    private final AlertFeed feed;
    private Optional<Cancellable> listening = Optional.empty();

    AlertNews(@Channel("alerts") Multi<byte[]> topic, AlertFeed feed) {
        this.topic = topic;
        this.feed = feed;
    }

    @Override
    public Job job() {
        return Job.ALERT_NEWS;
    }

    @Override
    public void start() {
        listening = Optional.of(topic.subscribe().with(_ -> feed.wake(), AlertNews::deaf));
    }

    @Override
    public void stop() {
        listening.ifPresent(Cancellable::cancel);
    }

    private static void deaf(Throwable failure) {
        LOG.warn("The topic of alerts no longer wakes the alert streams: they are some seconds late", failure);
    }
}
