package health.vigil.role;

import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Singleton;
import java.time.Duration;

/// The work that is done again after a pause, by Quarkus' scheduler. A turn that is due while the one before still
/// lasts is left out; one that fails is logged, and the next comes all the same.
@Singleton
public class Schedule {
    private final Scheduler scheduler;

    Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /// Does it for the first time soon, and then each time the pause is over; the scheduler counts whole seconds.
    public void every(Job job, Duration pause, Runnable turn) {
        scheduler
                .newJob(job.word())
                .setInterval(pause.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> turn.run(), true)
                .schedule();
    }

    /// There is no further turn. One that has begun goes on.
    public void end(Job job) {
        scheduler.unscheduleJob(job.word());
    }
}
