package health.vigil.trend;

import health.vigil.api.Transactions;
import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Summarises past hours in the background, so that a chart of two weeks opens quickly.
@ApplicationScoped
class VitalSweep implements Worker {
    private static final Logger LOG = Logger.getLogger(VitalSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /// How long to wait after the beginning of an hour, so that late readings are included.
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

    /// Summarises all hours that are due. A failure does no harm, because other hours are read reading by reading.
    private void sweep() {
        try {
            while (!stopped && transactions.run(sql -> VitalHours.sumUp(sql, settled()))) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Hours of vital signs could not be summarised; trends are slower until they are", failure);
        }
    }

    /// Hours that began before this time are due.
    static Instant settled() {
        return Instant.now().minus(SETTLED);
    }
}
