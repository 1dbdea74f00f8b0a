package health.vigil.privacy;

import health.vigil.api.Transactions;
import health.vigil.audit.SystemAudit;
import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Removes, every hour, the records whose last episode ended longer ago than `vigil.retention`, and who was told of
/// them. Without that setting everything is kept.
@Singleton
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;
    private static final int ROWS_AT_ONCE = 10_000;

    private final Optional<Duration> kept;
    private final ActiveRoles roles;
    private final Transactions transactions;
    private final SystemAudit acts;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Retention(
            @ConfigProperty(name = "vigil.retention") Optional<Duration> kept,
            ActiveRoles roles,
            Transactions transactions,
            SystemAudit acts) {
        this.kept = kept;
        this.roles = roles;
        this.transactions = transactions;
        this.acts = acts;
    }

    void start(@Observes StartupEvent started) {
        if (kept.isPresent() && roles.include(ServiceRole.MONITOR)) {
            Thread.ofPlatform().name("retention").daemon().start(() -> run(kept.get()));
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    private void run(Duration period) {
        try {
            do {
                round(Instant.now().minus(period));
            } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void round(Instant before) {
        attempt(() -> records(before));
        attempt(() -> whoWasTold(before));
    }

    /// Each patient in a transaction of their own: one that cannot be removed keeps no other.
    private void records(Instant before) {
        var due = transactions.run(sql -> Forgetting.due(sql, before, AT_ONCE));
        var removed =
                due.stream().filter(patient -> attempt(() -> forget(patient))).count();
        if (removed > 0) {
            LOG.infof("Records removed after their retention: %d", removed);
        }
    }

    private void forget(String patient) {
        transactions.run(sql -> {
            Forgetting.of(sql, patient);
            acts.record("retention", "DELETE /v1/patients/" + patient, patient);
            return patient;
        });
    }

    private void whoWasTold(Instant before) {
        int removed;
        do {
            removed = transactions.run(sql -> WhoWasTold.before(sql, before, ROWS_AT_ONCE));
        } while (removed >= ROWS_AT_ONCE && stopping.getCount() > 0);
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
