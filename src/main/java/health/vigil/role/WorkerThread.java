package health.vigil.role;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The thread of a worker. It works from start to stop, with rests in between.
public final class WorkerThread {
    private final Thread thread;
    private final Duration patience;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    /// A thread that is not started yet.
    ///
    /// @param patience how long [#stop] waits for work that has begun
    public WorkerThread(Thread.Builder thread, Consumer<WorkerThread> work, Duration patience) {
        this.thread = thread.unstarted(() -> work.accept(this));
        this.patience = patience;
    }

    public void start() {
        thread.start();
    }

    /// Asks the thread to stop, and waits until it has stopped or the patience is over.
    public void stop() {
        stopping = true;
        stopped.countDown();
        wake();
        try {
            if (thread.isAlive()) {
                thread.join(patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean alive() {
        return thread.isAlive();
    }

    /// Whether the thread should go on working.
    public boolean working() {
        return !stopping;
    }

    /// Ends the current rest, or else the next one, so that no wake-up is lost while the thread works.
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /// Waits for a wake-up or for the end of the rest.
    ///
    /// @return whether to go on working
    public boolean rest(Duration longest) {
        try {
            if (!stopping && woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
        return working();
    }

    /// Waits after a failure: only a stop ends the pause early, no wake-up.
    ///
    /// @return whether to go on working
    public boolean pause(Duration length) {
        try {
            return !stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
