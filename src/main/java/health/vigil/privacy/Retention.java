package health.vigil.privacy;

import health.vigil.api.Transactions;
import health.vigil.audit.SystemAudit;
import health.vigil.role.Job;
import health.vigil.role.Schedule;
import health.vigil.role.Worker;
import health.vigil.store.PatientRemoval;
import health.vigil.store.RecipientRemoval;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Deletes, every hour, the records of patients whose last episode ended longer ago than `vigil.retention`,
/// and the log of who received their alerts. Without the setting everything is kept.
@Singleton
class Retention implements Worker {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;
    private static final int ROWS_AT_ONCE = 10_000;

    private final Optional<Duration> kept;
    private final Schedule schedule;
    private final Transactions transactions;
    private final SystemAudit acts;
    private volatile boolean stopped;

    Retention(
            @ConfigProperty(name = "vigil.retention") Optional<Duration> kept,
            Schedule schedule,
            Transactions transactions,
            SystemAudit acts) {
        this.kept = kept;
        this.schedule = schedule;
        this.transactions = transactions;
        this.acts = acts;
    }

    @Override
    public Job job() {
        return Job.RETENTION;
    }

    @Override
    public void start() {
        kept.ifPresent(
                period -> schedule.every(job(), EVERY, () -> round(Instant.now().minus(period))));
    }

    @Override
    public void stop() {
        stopped = true;
        schedule.end(job());
    }

    void round(Instant before) {
        attempt(() -> records(before));
        attempt(() -> whoWasTold(before));
    }

    /// Each patient has a separate transaction, so that a failure does not affect the others.
    private void records(Instant before) {
        var due = transactions.run(sql -> PatientRemoval.due(sql, before, AT_ONCE));
        var removed = due.stream()
                .takeWhile(_ -> !stopped)
                .filter(patient -> attempt(() -> forget(patient)))
                .count();
        if (removed > 0) {
            LOG.infof("Records removed after their retention: %d", removed);
        }
    }

    private void forget(String patient) {
        transactions.run(sql -> {
            PatientRemoval.of(sql, patient);
            acts.record("retention", "DELETE /v1/patients/" + patient, patient);
            return patient;
        });
    }

    private void whoWasTold(Instant before) {
        int removed;
        do {
            removed = transactions.run(sql -> RecipientRemoval.before(sql, before, ROWS_AT_ONCE));
        } while (removed >= ROWS_AT_ONCE && !stopped);
    }

    private static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.warnf("Retention failed: %s", failed.getClass().getName());
            return false;
        }
    }
}
