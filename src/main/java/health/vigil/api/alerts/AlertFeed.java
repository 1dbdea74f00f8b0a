package health.vigil.api.alerts;

import health.vigil.store.AlertEventRow;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Reads the event log once for all who follow the stream, and wakes them. It runs while somebody follows.
///
/// A follower keeps its own place in the log and takes from there at its own pace: nothing is buffered for a slow one,
/// and replay and live are one and the same walk.
@ApplicationScoped
class AlertFeed {
    private static final Logger LOG = Logger.getLogger(AlertFeed.class);

    /// A feed that has not read the log for so long is not worth a heartbeat.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final AlertEvents events;
    private final StreamSettings settings;
    private final ExecutorService threads;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private boolean running;
    private volatile boolean stopped;
    private volatile long readAt;
    private volatile Window window;

    AlertFeed(AlertEvents events, StreamSettings settings, @VirtualThreads ExecutorService threads) {
        this.events = events;
        this.settings = settings;
        this.threads = threads;
        this.window = new Window(settings.window(), 0);
    }

    synchronized void join(Follower follower) {
        followers.add(follower);
        if (!running) {
            running = true;
            threads.execute(this::run);
        }
    }

    void leave(Follower follower) {
        followers.remove(follower);
    }

    /// There may be news: read now.
    void wake() {
        news.release();
    }

    /// The next events after a sequence, from memory or from the table; empty when there are none yet.
    List<AlertEventRow> after(long sequence) {
        return window.after(sequence).orElseGet(() -> events.after(sequence));
    }

    /// Whether an event of this sequence was read.
    boolean reaches(long sequence) {
        return window.last() >= sequence;
    }

    /// Whether the log was read lately. Only then may a heartbeat say that all is well.
    boolean fresh() {
        return System.nanoTime() - readAt < FRESH.toNanos();
    }

    boolean stalled(Duration silence) {
        return silence.compareTo(settings.stalledAfter()) > 0;
    }

    boolean heartbeatDue(Duration silence) {
        return silence.compareTo(settings.heartbeat()) >= 0;
    }

    void execute(Runnable work) {
        threads.execute(work);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        wake();
    }

    private void run() {
        var opened = false;
        while (followed()) {
            opened = opened ? read() : open();
            followers.forEach(Follower::wake);
            await();
        }
        new HashSet<>(followers).forEach(Follower::end);
    }

    private synchronized boolean followed() {
        running = !stopped && !followers.isEmpty();
        return running;
    }

    /// From here on the newest events are kept in memory; what was before is in the table.
    private boolean open() {
        return attempt(() -> window = new Window(settings.window(), events.last()));
    }

    private boolean read() {
        attempt(() -> {
            for (var page = events.after(window.last()); !page.isEmpty(); page = events.after(window.last())) {
                window.add(page);
            }
        });
        return true;
    }

    /// The log may be out of reach for a while; the followers then hear no heartbeat, and know.
    private boolean attempt(Runnable reading) {
        try {
            reading.run();
            readAt = System.nanoTime();
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("The log of alert events cannot be read: streams are silent until it can", failure);
            return false;
        }
    }

    private void await() {
        try {
            if (news.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
