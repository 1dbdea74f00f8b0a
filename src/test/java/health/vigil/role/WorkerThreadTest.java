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
