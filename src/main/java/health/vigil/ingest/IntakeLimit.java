package health.vigil.ingest;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Limits the size of all messages that are being processed, from reading to Kafka's acknowledgement. A message needs
/// several times its size in memory. Above the limit senders must try again later, before memory runs out.
@Singleton
public class IntakeLimit {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    IntakeLimit(IntakeSettings settings) {
        this.units = units(settings.inFlight().asLongValue());
        this.free = new Semaphore(units);
    }

    /// Reserves room for a message; empty if there is none.
    Optional<Room> enter(int bytes) {
        int taken = Math.min(units(bytes), units);
        return free.tryAcquire(taken) ? Optional.of(new Room(() -> free.release(taken))) : Optional.empty();
    }

    private static int units(long bytes) {
        return Math.toIntExact(bytes / UNIT + 1);
    }

    /// The room of a message. It is held until it is closed and all records of the message are settled, even if the
    /// sender no longer waits.
    public static final class Room implements AutoCloseable {
        private final Runnable release;
        private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

        private Room(Runnable release) {
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
