package health.vigil.webhook;

import health.vigil.role.WorkerThread;
import health.vigil.store.Commits;
import health.vigil.store.DatabaseFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// The threads that send what waits in a queue of the database. They rest until something is due, or until a
/// commit wakes them.
///
/// @param <M> a claimed message
public final class CourierThreads<M> {
    private static final Logger LOG = Logger.getLogger(CourierThreads.class);

    /// The pause if messages are due but cannot be claimed.
    private static final Duration SHORTEST_REST = Duration.ofMillis(200);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final String name;
    private final Duration look;
    private final Commits commits;
    private final CourierQueue<M> queue;
    private final List<WorkerThread> threads;
    private final AtomicInteger woken = new AtomicInteger();
    private int lookedAt;
    private long restedUntil = System.nanoTime();

    /// What the threads do with the messages of one kind.
    public interface CourierQueue<M> {
        /// Claims the next message that is due. Only one thread claims at a time.
        Optional<M> take();

        /// The time until the next message is due; absent if none waits.
        Optional<Duration> nextDue();

        /// Sends a message and stores the outcome.
        void deliver(M message);
    }

    /// Threads that are not started yet.
    ///
    /// @param name of the threads, and of what they send in the log
    /// @param look how often the queue is read if nothing is due and no commit wakes them
    public CourierThreads(String name, int count, Duration look, Commits commits, CourierQueue<M> queue) {
        this.name = name;
        this.look = look;
        this.commits = commits;
        this.queue = queue;
        this.threads = IntStream.range(0, count).mapToObj(this::thread).toList();
    }

    public void start() {
        commits.listen(this::wake);
        threads.forEach(WorkerThread::start);
    }

    private void wake() {
        woken.incrementAndGet();
        threads.forEach(WorkerThread::wake);
    }

    /// Does not wait for a message that is under way: another courier takes it after its lease has ended.
    public void stop() {
        threads.forEach(WorkerThread::stop);
    }

    private WorkerThread thread(int number) {
        return new WorkerThread(
                Thread.ofVirtual().name("vigil-" + name + "-courier-" + number), this::work, Duration.ZERO);
    }

    private void work(WorkerThread thread) {
        var rest = Duration.ZERO;
        while (thread.rest(rest)) {
            try {
                rest = deliverNext() ? Duration.ZERO : rest();
            } catch (DatabaseFailure away) {
                LOG.warnf("No %s is delivered: %s", name, away.getClass().getSimpleName());
                rest = Duration.ZERO;
                thread.pause(AFTER_A_FAILURE);
            }
        }
    }

    private boolean deliverNext() {
        var taken = take();
        taken.ifPresent(queue::deliver);
        return taken.isPresent();
    }

    /// After one look at an empty queue the others wait.
    private synchronized Optional<M> take() {
        var seen = woken.get();
        if (seen == lookedAt && restedUntil > System.nanoTime()) {
            return Optional.empty();
        }
        var taken = queue.take();
        if (taken.isEmpty()) {
            lookedInVain(seen);
        }
        return taken;
    }

    /// Lets all couriers wait until a message is due, or until a commit that came after this look began.
    private void lookedInVain(int seen) {
        lookedAt = seen;
        restedUntil = System.nanoTime() + untilDue().toNanos();
    }

    private Duration untilDue() {
        var due = queue.nextDue().orElse(look);
        var rest = due.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : due;
        return rest.compareTo(look) < 0 ? rest : look;
    }

    private synchronized Duration rest() {
        return Duration.ofNanos(Math.max(0, restedUntil - System.nanoTime()));
    }
}
