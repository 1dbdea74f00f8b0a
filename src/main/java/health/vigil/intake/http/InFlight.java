package health.vigil.intake.http;

import health.vigil.api.ProblemException;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// How much may wait for Kafka at once. Past it senders are told to come back, before memory runs out.
@Singleton
class InFlight {
    private static final int UNIT = 1024;

    private final IntakeOptions options;
    private final int units;
    private final Semaphore free;

    InFlight(IntakeOptions options) {
        this.options = options;
        this.units = units(options.inFlight().asLongValue());
        this.free = new Semaphore(units);
    }

    /// Takes room for a body until everything of it is settled, however long its sender waits.
    Room enter(int bytes) {
        int taken = Math.min(units(bytes), units);
        if (!free.tryAcquire(taken)) {
            throw ProblemException.unavailable(
                    "Too much is waiting for Kafka; nothing of this body was taken in", options.retryAfter());
        }
        return new Room(free, taken);
    }

    private static int units(long bytes) {
        return Math.toIntExact(bytes / UNIT + 1);
    }

    /// Room that a body has.
    record Room(Semaphore free, int taken) {
        void leaveAfter(CompletableFuture<Void> settled) {
            var _ = settled.whenComplete((_, _) -> free.release(taken));
        }
    }
}
