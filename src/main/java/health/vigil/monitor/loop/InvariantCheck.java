package health.vigil.monitor.loop;

import health.vigil.store.Database;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Partitions;
import health.vigil.store.Quarantine;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Looks whether the laws hold that a live system can be asked about, and tells the metrics.
@ApplicationScoped
class InvariantCheck {
    private static final Logger LOG = Logger.getLogger(InvariantCheck.class);

    private final Database database;
    private final MonitorMetrics metrics;

    InvariantCheck(Database database, MonitorMetrics metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    /// What the database says of the laws.
    record Invariants(long conservationGap, long oldestMessageSeconds, long latestTimerSeconds, long quarantined) {}

    void look() {
        database.read(sql -> {
            var gap = Partitions.conservationGap(sql);
            if (gap != 0) {
                LOG.errorf("Conservation is broken: %d records are unaccounted for", gap);
            }
            metrics.laws(new Invariants(
                    gap, OutboxMessages.ageSeconds(sql), Timers.overdueSeconds(sql), Quarantine.open(sql)));
            return gap;
        });
    }
}
