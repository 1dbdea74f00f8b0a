package health.vigil.store;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An alert as it stands.
///
/// @param clearsAt when it is resolved if its condition stays gone; absent while it stands
public record StandingAlert(
        UUID id,
        Optional<UUID> episode,
        AlertRule rule,
        String priority,
        String condition,
        Instant raisedAt,
        Instant effectiveAt,
        Optional<Instant> clearsAt,
        AlertState state,
        Optional<UUID> groupedUnder) {
    /// Its condition in its episode.
    public String slot() {
        return Alerts.slot(episode, condition);
    }
}
