package health.vigil.monitor.loop;

import health.vigil.role.ActiveRoles;
import health.vigil.role.PollLoop;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/// The one thread that reads the stream, from start to stop. A reader that fails is replaced.
@ApplicationScoped
class StreamLoop implements PollLoop {
    private static final Logger LOG = Logger.getLogger(StreamLoop.class);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final ActiveRoles roles;
    private final StreamConsumer consumers;
    private final ReaderContext context;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "vigil-monitor");
    private volatile Instant lastTurn = Instant.now();
    private volatile boolean ready;

    StreamLoop(ActiveRoles roles, StreamConsumer consumers, ReaderContext context) {
        this.roles = roles;
        this.consumers = consumers;
        this.context = context;
    }

    void start(@Observes StartupEvent started) {
        if (roles.include(ServiceRole.MONITOR)) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.join(STOP);
        }
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    private void read() {
        while (running()) {
            try (var reader = new Reader(consumers.open(), context)) {
                read(reader);
            } catch (RuntimeException | Error failure) {
                LOG.error("The reader of the stream failed and is replaced", failure);
                rest();
            }
        }
        ready = false;
    }

    private void read(Reader reader) {
        while (running()) {
            try {
                reader.turn();
                ready = reader.ready();
                lastTurn = Instant.now();
            } catch (WakeupException stopped) {
                return;
            }
        }
    }

    private void rest() {
        ready = false;
        try {
            if (stopping.await(context.settings().longestRest().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped while resting");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean alive() {
        var patience = context.settings().hang().multipliedBy(2);
        return thread.isAlive() && lastTurn.isAfter(Instant.now().minus(patience));
    }

    @Override
    public boolean ready() {
        return ready;
    }
}
