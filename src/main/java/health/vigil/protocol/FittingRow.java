package health.vigil.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A row that fits a patient, with the facts that belong under it.
///
/// @param since the begin of this instance
/// @param doses of the drugs that the row names
/// @param readAtHome what was read or answered at home and makes it fit now
public record FittingRow(
        ProtocolRow row, Instant since, List<DoseFact> doses, Optional<WeightFact> weight, List<HomeFact> readAtHome) {
    static FittingRow of(RowTimeline timeline) {
        var patient = timeline.patient();
        return new FittingRow(
                timeline.row(),
                timeline.since(),
                timeline.row().drugs().stream()
                        .map(drug -> DoseFact.of(drug, patient))
                        .toList(),
                patient.weight(patient.at()),
                patient.readAtHome(timeline.row()));
    }
}
