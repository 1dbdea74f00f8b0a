package health.vigil.audit;

import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Logs the head of the audit chain every hour. So it also exists where the database's administrator cannot
/// change it.
@Singleton
class AuditHead implements Worker {
    private static final Logger LOG = Logger.getLogger(AuditHead.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final AuditChain chain;
    private final Schedule schedule;

    AuditHead(AuditChain chain, Schedule schedule) {
        this.chain = chain;
        this.schedule = schedule;
    }

    @Override
    public Job job() {
        return Job.AUDIT_HEAD;
    }

    @Override
    public void start() {
        schedule.every(job(), EVERY, this::log);
    }

    @Override
    public void stop() {
        schedule.end(job());
    }

    private void log() {
        try {
            LOG.infof("Audit head: %s", chain.head().head());
        } catch (RuntimeException failure) {
            LOG.warnf("The audit head could not be read: %s", failure.getClass().getSimpleName());
        }
    }
}
