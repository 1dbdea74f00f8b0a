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

/// Reads the event log once for all followers of the stream, and wakes them. It runs while there is a follower.
///
/// Each follower has its own place in the log and reads on from there at its own pace. So nothing is buffered for
/// a slow follower, and replay works like live reading.
@ApplicationScoped
class AlertFeed {
    private static final Logger LOG = Logger.getLogger(AlertFeed.class);

    /// How often the progress of each follower is stored.
    private static final Duration RECORDED = Duration.ofSeconds(5);

    /// If the feed has not read the log for this long, followers get no heartbeat.
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
            // Not a thread of the executor: the executor is closed, and waited for, while streams may still end.
            Thread.ofVirtual().name("alert-feed").start(this::run);
        }
    }

    void leave(Follower follower) {
        followers.remove(follower);
        left.add(follower);
    }

    /// Reads the log now, because there may be new events.
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /// The next events after a sequence, from memory or from the table; empty if there are none yet.
    List<StreamEvent> after(long sequence) {
        return window.after(sequence).orElseGet(() -> events.after(sequence));
    }

    /// Whether the feed has read the event of this sequence.
    boolean reaches(long sequence) {
        return window.last() >= sequence;
    }

    /// Whether the log was read recently. Only then may a heartbeat be sent, because it says that all is well.
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

    /// Ends all streams. They never end by themselves, and the shutdown would wait for them.
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

    /// Stores how far each follower was served. This is a few seconds behind.
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
            LOG.warn("The progress of the alert stream's readers cannot be stored now", failure);
        }
    }

    private synchronized boolean followed() {
        running = !stopped && !followers.isEmpty();
        return running;
    }

    /// Keeps the newest events in memory from now on. Earlier events are in the table.
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

    /// Reads the log, which may be unreachable for a while. The followers then get no heartbeat, so they notice.
    private boolean attempt(Runnable reading) {
        try {
            reading.run();
            readAt = System.nanoTime();
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("The log of alert events cannot be read: alert streams send nothing until it can", failure);
            return false;
        }
    }

    private boolean pollDue() {
        return System.nanoTime() - readAt >= settings.pollInterval().toNanos();
    }

    /// Until the next read, or the next heartbeat if that is earlier.
    private Duration longestWait() {
        var poll = settings.pollInterval();
        return poll.compareTo(settings.heartbeat()) < 0 ? poll : settings.heartbeat();
    }

    /// @return whether there may be new events
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
