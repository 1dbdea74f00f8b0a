package health.vigil.trend;

import health.vigil.api.Transactions;
import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Sums up, in the background, the hours that are over, so that whoever looks at two weeks does not wait for it.
@ApplicationScoped
class VitalSweep implements Worker {
    private static final Logger LOG = Logger.getLogger(VitalSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /// An hour is left alone until its late readings are in.
    private static final Duration SETTLED = Duration.ofMinutes(65);

    private final Transactions transactions;
    private final Schedule schedule;
    private volatile boolean stopped;

    VitalSweep(Transactions transactions, Schedule schedule) {
        this.transactions = transactions;
        this.schedule = schedule;
    }

    @Override
    public Job job() {
        return Job.VITAL_HOURS;
    }

    @Override
    public void start() {
        schedule.every(job(), PAUSE, this::sweep);
    }

    @Override
    public void stop() {
        stopped = true;
        schedule.end(job());
    }

    /// Failing is no harm: what is not summed up is read one by one.
    private void sweep() {
        try {
            while (!stopped && transactions.run(sql -> VitalHours.sumUp(sql, settled()))) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Hours of vital signs could not be summed up; trends are slower until they are", failure);
        }
    }

    /// The hours that began before this are over.
    static Instant settled() {
        return Instant.now().minus(SETTLED);
    }
}
