package health.vigil.ingest;

import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// How much may be in hand at once, from being read to Kafka's acknowledgement: what is made of a body is several times
/// its size. Past it senders are told to come back, before memory runs out.
@Singleton
class IntakeLimit {
    private static final int UNIT = 1024;

    private final IntakeSettings settings;
    private final int units;
    private final Semaphore free;

    IntakeLimit(IntakeSettings settings) {
        this.settings = settings;
        this.units = units(settings.inFlight().asLongValue());
        this.free = new Semaphore(units);
    }

    /// Takes room for a body.
    Room enter(int bytes) {
        int taken = Math.min(units(bytes), units);
        if (!free.tryAcquire(taken)) {
            throw ProblemException.unavailable(
                    "Too much is waiting for Kafka; nothing of this body was taken in", settings.retryAfter());
        }
        return new Room(() -> free.release(taken));
    }

    private static int units(long bytes) {
        return Math.toIntExact(bytes / UNIT + 1);
    }

    /// Room that a body has until it is closed and everything of it is settled, however long its sender waits.
    static final class Room implements AutoCloseable {
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
