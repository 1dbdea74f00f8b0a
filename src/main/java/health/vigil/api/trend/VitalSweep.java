package health.vigil.api.trend;

import health.vigil.api.Transactions;
import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Sums up, in the background, the hours that are over, so that whoever looks at two weeks does not wait for it.
@ApplicationScoped
class VitalSweep {
    private static final Logger LOG = Logger.getLogger(VitalSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /// An hour is left alone until its late readings are in.
    private static final Duration SETTLED = Duration.ofMinutes(65);

    private final Transactions transactions;
    private final ActiveRoles roles;
    private final CountDownLatch stopped = new CountDownLatch(1);

    VitalSweep(Transactions transactions, ActiveRoles roles) {
        this.transactions = transactions;
        this.roles = roles;
    }

    void start(@Observes StartupEvent event) {
        if (roles.include(ServiceRole.SERVE)) {
            Thread.ofVirtual().name("vital-sweep").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                sweep();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Failing is no harm: what is not summed up is read one by one.
    private void sweep() {
        try {
            while (stopped.getCount() > 0 && transactions.run(sql -> VitalHours.sumUp(sql, settled()))) {
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
