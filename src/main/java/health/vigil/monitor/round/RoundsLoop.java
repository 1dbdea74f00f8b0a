package health.vigil.monitor.round;

import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The thread that makes the rounds. It needs the database only: absence is noticed while Kafka is away, too.
@ApplicationScoped
class RoundsLoop {
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final ActiveRoles roles;
    private final WardRounds rounds;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::walk, "vigil-rounds");

    RoundsLoop(ActiveRoles roles, WardRounds rounds) {
        this.roles = roles;
        this.rounds = rounds;
    }

    void start(@Observes StartupEvent started) {
        if (roles.include(ServiceRole.MONITOR)) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.join(STOP);
        }
    }

    private void walk() {
        while (!stopped()) {
            rounds.make();
        }
    }

    private boolean stopped() {
        try {
            return stopping.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
