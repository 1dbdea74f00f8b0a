package health.vigil.ingest;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Limits the size of all messages that are being processed, from reading to Kafka's acknowledgement. A message
/// needs several times its size in memory. Above the limit senders must try again later, before memory runs out.
@Singleton
public class IntakeLimit {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    IntakeLimit(IntakeSettings settings) {
        this.units = units(settings.inFlight().asLongValue());
        this.free = new Semaphore(units);
    }

    /// Takes a permit for a message; empty if there is no room for it.
    Optional<InFlightPermit> enter(int bytes) {
        int taken = Math.min(units(bytes), units);
        return free.tryAcquire(taken) ? Optional.of(new InFlightPermit(() -> free.release(taken))) : Optional.empty();
    }

    private static int units(long bytes) {
        return Math.toIntExact(bytes / UNIT + 1);
    }

    /// The permit of a message. It lasts until it is closed and all records of the message are settled, even if
    /// the sender no longer waits.
    public static final class InFlightPermit implements AutoCloseable {
        private final Runnable release;
        private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

        private InFlightPermit(Runnable release) {
            this.release = release;
        }

        void keepUntil(CompletableFuture<Void> settled) {
            this.settled = settled;
        }

        @Override
        public void close() {
            var _ = settled.whenComplete((_, _) -> release.run());
        }
    }
}
