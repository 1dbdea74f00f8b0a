package health.vigil.api.alert;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.TimeSpan;
import health.vigil.json.JsonColumn;
import health.vigil.store.AlertDocuments;
import health.vigil.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// Counts alerts and answers. Wards get too many alarms: one that nobody acts on should not have been raised.
@ApplicationScoped
class AlertStatistics {
    private static final Duration USUAL = Duration.ofDays(30);

    private final Database database;
    private final CurrentUser user;

    AlertStatistics(Database database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    StatisticsView of(Optional<String> ward, TimeSpan span) {
        var to = span.to().orElseGet(MicrosecondClock::now);
        var from = span.from().orElse(to.minus(USUAL));
        var key = ward.map(WardName::key);
        var wards = user.wards().keys();
        var counted = database.read(sql -> AlertDocuments.statistics(sql, from, to, key, wards));
        return JsonColumn.read(counted, StatisticsView.class);
    }
}
