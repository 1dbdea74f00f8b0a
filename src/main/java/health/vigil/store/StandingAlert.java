package health.vigil.store;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The current state of an alert.
///
/// @param clearsAt when it is resolved if its condition stays cleared; absent while the condition exists
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
    /// The condition within the episode.
    public String slot() {
        return Alerts.slot(episode, condition);
    }
}
