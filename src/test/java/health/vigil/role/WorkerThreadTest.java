package health.vigil.role;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerThreadTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final LinkedBlockingQueue<String> turns = new LinkedBlockingQueue<>();

    private WorkerThread turning() {
        return new WorkerThread(Thread.ofVirtual(), this::work, Duration.ofMinutes(1));
    }

    private void work(WorkerThread thread) {
        while (thread.rest(FOR_EVER)) {
            turns.add("turn");
        }
        turns.add("end");
    }

    private String next() throws InterruptedException {
        return String.valueOf(turns.poll(1, TimeUnit.MINUTES));
    }

    @Test
    void aWakeUpEndsTheRest() throws InterruptedException {
        var thread = turning();
        thread.start();

        thread.wake();

        assertThat(next()).isEqualTo("turn");
        thread.stop();
    }

    @Test
    void aWakeUpBeforeTheRestIsNotMissed() throws InterruptedException {
        var thread = turning();
        thread.wake();

        thread.start();

        assertThat(next()).isEqualTo("turn");
        thread.stop();
    }

    @Test
    void aStopEndsTheRestAndWaitsForTheEnd() throws InterruptedException {
        var thread = turning();
        thread.start();

        thread.stop();

        assertThat(thread.alive()).isFalse();
        assertThat(next()).isEqualTo("end");
    }

    private void pausing(WorkerThread thread) {
        turns.add("failed");
        turns.add(thread.pause(FOR_EVER) ? "again" : "end");
    }

    @Test
    void aStopEndsAPause() throws InterruptedException {
        var thread = new WorkerThread(Thread.ofVirtual(), this::pausing, Duration.ofMinutes(1));
        thread.start();
        assertThat(next()).isEqualTo("failed");

        thread.stop();

        assertThat(next()).isEqualTo("end");
    }

    @Test
    void aWakeUpDoesNotEndAPause() throws InterruptedException {
        var pause = Duration.ofMillis(200);
        var thread = new WorkerThread(
                Thread.ofVirtual(),
                me -> {
                    var began = System.nanoTime();
                    me.wake();
                    me.pause(pause);
                    turns.add(System.nanoTime() - began >= pause.toNanos() ? "whole" : "short");
                },
                Duration.ofMinutes(1));

        thread.start();

        assertThat(next()).isEqualTo("whole");
    }

    @Test
    void oneThatNeverStartedStopsAtOnce() {
        var thread = turning();

        thread.stop();

        assertThat(thread.working()).isFalse();
    }

    @Test
    void anInterruptStopsIt() {
        var interrupted = new CompletableFuture<Boolean>();
        var thread = new WorkerThread(
                Thread.ofVirtual(),
                me -> {
                    Thread.currentThread().interrupt();
                    interrupted.complete(me.rest(FOR_EVER));
                },
                FOR_EVER);

        thread.start();

        assertThat(interrupted.join()).isFalse();
        assertThat(thread.working()).isFalse();
    }
}
