package health.vigil.ehr;

import health.vigil.history.EpisodeReport;
import health.vigil.store.UnresolvedAlerts.UnresolvedAlert;
import java.util.List;

/// What a card is made of.
///
/// @param alerts the unresolved ones, most urgent first
record CardData(EpisodeReport report, List<UnresolvedAlert> alerts) {
    CardData {
        alerts = List.copyOf(alerts);
    }
}
