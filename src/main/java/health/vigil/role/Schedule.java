package health.vigil.role;

import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Runs repeated work with Quarkus' scheduler. A turn is skipped if the previous one is still running. A failed
/// turn is logged, and the next one follows.
@Singleton
public class Schedule {
    private final Scheduler scheduler;

    Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /// Runs the first turn soon, and then one after each pause. The scheduler counts whole seconds.
    public void every(Job job, Duration pause, Runnable turn) {
        scheduler
                .newJob(job.word())
                .setInterval(pause.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> turn.run(), true)
                .schedule();
    }

    /// Ends the repetition. A turn that has begun goes on.
    public void end(Job job) {
        scheduler.unscheduleJob(job.word());
    }
}
