package health.vigil.monitor.loop;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.role.WorkerThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/// The thread that reads the stream, from start to stop. A reader that fails is replaced.
@ApplicationScoped
class StreamLoop implements Worker {
    private static final Logger LOG = Logger.getLogger(StreamLoop.class);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final StreamConsumer consumers;
    private final ReaderContext context;
    private final WorkerThread thread = new WorkerThread(Thread.ofPlatform().name("vigil-monitor"), _ -> read(), STOP);
    private volatile Instant lastTurn = Instant.now();
    private volatile boolean ready;

    StreamLoop(StreamConsumer consumers, ReaderContext context) {
        this.consumers = consumers;
        this.context = context;
    }

    @Override
    public Job job() {
        return Job.MONITOR;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    private void read() {
        while (thread.working()) {
            try (var reader = new Reader(consumers.open(), context)) {
                read(reader);
            } catch (RuntimeException | Error failure) {
                LOG.error("The reader of the stream failed and is replaced", failure);
                ready = false;
                thread.rest(context.settings().longestRest());
            }
        }
        ready = false;
    }

    private void read(Reader reader) {
        while (thread.working()) {
            try {
                reader.turn();
                ready = reader.ready();
                lastTurn = Instant.now();
            } catch (WakeupException stopped) {
                return;
            }
        }
    }

    /// Whether it runs and is not stuck.
    @Override
    public boolean alive() {
        var patience = context.settings().hang().multipliedBy(2);
        return thread.alive() && lastTurn.isAfter(Instant.now().minus(patience));
    }

    /// Whether it takes records: it has joined its group and its partitions are not stopped.
    @Override
    public boolean ready() {
        return ready;
    }
}
