package health.vigil.privacy;

import health.vigil.access.SystemActs;
import health.vigil.api.Transactions;
import health.vigil.service.ActiveRoles;
import health.vigil.service.ServiceRole;
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

/// Removes, every hour, the records whose last episode ended longer ago than `vigil.retention`. Without that setting
/// everything is kept.
@Singleton
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final Optional<Duration> kept;
    private final ActiveRoles roles;
    private final Transactions transactions;
    private final SystemActs acts;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Retention(
            @ConfigProperty(name = "vigil.retention") Optional<Duration> kept,
            ActiveRoles roles,
            Transactions transactions,
            SystemActs acts) {
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

    /// Each patient in a transaction of their own: one that cannot be removed keeps no other.
    ///
    /// @return how many were removed
    int round(Instant before) {
        var removed = 0;
        try {
            for (var patient : transactions.run(sql -> Forgetting.due(sql, before, AT_ONCE))) {
                transactions.run(sql -> {
                    Forgetting.of(sql, patient);
                    acts.record("retention", "DELETE /v1/patients/" + patient, patient);
                    return patient;
                });
                removed++;
            }
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "Records that are old enough were not removed: %s",
                    failed.getClass().getName());
        }
        if (removed > 0) {
            LOG.infof("Records removed after their retention: %d", removed);
        }
        return removed;
    }
}
