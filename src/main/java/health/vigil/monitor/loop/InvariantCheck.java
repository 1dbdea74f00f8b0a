package health.vigil.monitor.loop;

import health.vigil.store.Database;
import health.vigil.store.ExchangeSenders;
import health.vigil.store.ExchangeSenders.AwaitedSender;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Partitions;
import health.vigil.store.Quarantine;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Checks the invariants that can be measured on a live system, and updates their metrics.
@ApplicationScoped
class InvariantCheck {
    private static final Logger LOG = Logger.getLogger(InvariantCheck.class);

    private final Database database;
    private final MonitorMetrics metrics;

    InvariantCheck(Database database, MonitorMetrics metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    /// The measured values.
    ///
    /// @param conservationGap received records that are neither applied, duplicate nor quarantined; 0 when
    ///     nothing is lost
    /// @param senders that were heard within a day, and whose silence matters
    record Invariants(
            long conservationGap,
            long oldestMessageSeconds,
            long latestTimerSeconds,
            long quarantined,
            List<AwaitedSender> senders) {
        Invariants {
            senders = List.copyOf(senders);
        }
    }

    void run() {
        database.read(sql -> {
            var gap = Partitions.conservationGap(sql);
            if (gap != 0) {
                LOG.errorf("Conservation is broken: %d records are unaccounted for", gap);
            }
            metrics.invariants(new Invariants(
                    gap,
                    OutboxMessages.ageSeconds(sql),
                    Timers.overdueSeconds(sql),
                    Quarantine.open(sql),
                    ExchangeSenders.awaited(sql)));
            return gap;
        });
    }
}
