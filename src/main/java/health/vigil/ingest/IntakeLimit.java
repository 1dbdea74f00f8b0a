package health.vigil.ingest;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// How much may be in hand at once, from being read to Kafka's acknowledgement: what is made of a message is several
/// times its size. Past it senders are told to come back, before memory runs out.
@Singleton
public class IntakeLimit {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    IntakeLimit(IntakeSettings settings) {
        this.units = units(settings.inFlight().asLongValue());
        this.free = new Semaphore(units);
    }

    /// Takes room for a message; empty where there is none.
    Optional<Room> enter(int bytes) {
        int taken = Math.min(units(bytes), units);
        return free.tryAcquire(taken) ? Optional.of(new Room(() -> free.release(taken))) : Optional.empty();
    }

    private static int units(long bytes) {
        return Math.toIntExact(bytes / UNIT + 1);
    }

    /// Room that a message has until it is closed and everything of it is settled, however long its sender waits.
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
