package health.vigil.monitor.round;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.role.WorkerThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// The thread that runs the rounds. It needs the database only, so overdue checks are found while Kafka is
/// down.
@ApplicationScoped
class RoundsLoop implements Worker {
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final WardRounds rounds;
    private final WorkerThread thread = new WorkerThread(Thread.ofPlatform().name("vigil-rounds"), _ -> walk(), STOP);

    RoundsLoop(WardRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Job job() {
        return Job.ROUNDS;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    private void walk() {
        while (thread.rest(ROUND)) {
            rounds.run();
        }
    }
}
