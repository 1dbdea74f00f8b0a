package health.vigil.api.alert;

import health.vigil.store.AlertListeners.StreamProgress;
import health.vigil.store.Commits;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /// How often it is kept how far each follower was told.
    private static final Duration RECORDED = Duration.ofSeconds(5);

    /// A feed that has not read the log for so long is not worth a heartbeat.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final AlertEvents events;
    private final Listeners listeners;
    private final StreamSettings settings;
    private final ExecutorService threads;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private final Queue<Follower> left = new ConcurrentLinkedQueue<>();
    private long recordedAt = System.nanoTime();
    private boolean running;
    private volatile boolean stopped;
    private volatile long readAt;
    private volatile EventWindow window;

    AlertFeed(
            AlertEvents events,
            Listeners listeners,
            StreamSettings settings,
            @VirtualThreads ExecutorService threads,
            Commits commits) {
        this.events = events;
        this.listeners = listeners;
        this.settings = settings;
        this.threads = threads;
        this.window = new EventWindow(settings.window(), 0);
        commits.listen(this::wake);
    }

    synchronized void join(Follower follower) {
        followers.add(follower);
        if (!running) {
            running = true;
            // Not one of the executor's: that is closed, and waited for, while streams may still end.
            Thread.ofVirtual().name("alert-feed").start(this::run);
        }
    }

    void leave(Follower follower) {
        followers.remove(follower);
        left.add(follower);
    }

    /// There may be news: read now.
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /// The next events after a sequence, from memory or from the table; empty when there are none yet.
    List<StreamEvent> after(long sequence) {
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

    /// A stream never ends by itself, and the shutdown waits for what has begun.
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopped = true;
        wake();
    }

    private void run() {
        var opened = false;
        var due = true;
        while (followed()) {
            if (due) {
                opened = opened ? read() : open();
            }
            followers.forEach(Follower::wake);
            record();
            due = await() || !opened || pollDue();
        }
        new HashSet<>(followers).forEach(Follower::end);
        recordNow();
    }

    /// Keeps who was told what, a little later.
    private void record() {
        if (System.nanoTime() - recordedAt >= RECORDED.toNanos()) {
            recordNow();
        }
    }

    private void recordNow() {
        recordedAt = System.nanoTime();
        var progress = new ArrayList<StreamProgress>();
        followers.forEach(follower -> progress.add(follower.progress()));
        var gone = new ArrayList<Follower>();
        for (var follower = left.poll(); follower != null; follower = left.poll()) {
            gone.add(follower);
            progress.add(follower.progress());
        }
        try {
            listeners.record(progress);
        } catch (RuntimeException failure) {
            left.addAll(gone);
            LOG.warn("Readers of the alert stream cannot be recorded now", failure);
        }
    }

    private synchronized boolean followed() {
        running = !stopped && !followers.isEmpty();
        return running;
    }

    /// From here on the newest events are kept in memory; what was before is in the table.
    private boolean open() {
        return attempt(() -> window = new EventWindow(settings.window(), events.last()));
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
            LOG.warn("The log of alert events cannot be read: alert streams are silent", failure);
            return false;
        }
    }

    private boolean pollDue() {
        return System.nanoTime() - readAt >= settings.pollInterval().toNanos();
    }

    /// A heartbeat is due earlier than the next look, maybe.
    private Duration longestWait() {
        var poll = settings.pollInterval();
        return poll.compareTo(settings.heartbeat()) < 0 ? poll : settings.heartbeat();
    }

    /// @return whether there may be news
    private boolean await() {
        try {
            if (news.tryAcquire(longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
                return true;
            }
        } catch (InterruptedException interrupted) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
