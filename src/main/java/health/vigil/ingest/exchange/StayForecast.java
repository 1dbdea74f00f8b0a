package health.vigil.ingest.exchange;

import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.StayReport;
import health.vigil.observation.PatientId;
import java.util.Map;
import java.util.Set;

/// What would become of the stays and infusions of one message.
///
/// @param watched the patients of the reports whose statements would be kept once the stays are stored
public record StayForecast(
        Map<StayReport, StayOutcome> stays, Map<CellInfusion, InfusionOutcome> infusions, Set<PatientId> watched) {
    public StayForecast {
        stays = Map.copyOf(stays);
        infusions = Map.copyOf(infusions);
        watched = Set.copyOf(watched);
    }
}
