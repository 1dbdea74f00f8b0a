package health.vigil.protocol;

import health.vigil.observation.Drug;
import java.time.Instant;
import java.util.Optional;

/// The doses of a drug that a row names.
///
/// @param sinceOnset absent if no course of CRS is open
/// @param lastAt absent if none was given since the infusion
public record DoseFact(Drug drug, int sinceInfusion, Optional<Integer> sinceOnset, Optional<Instant> lastAt) {
    static DoseFact of(Drug drug, CaseFacts patient) {
        var given = patient.doses(drug).stream()
                .filter(dose -> !dose.isBefore(patient.infusedAt()))
                .toList();
        return new DoseFact(
                drug,
                given.size(),
                patient.onset().map(onset -> (int)
                        given.stream().filter(dose -> !dose.isBefore(onset)).count()),
                given.isEmpty() ? Optional.empty() : Optional.of(given.getLast()));
    }
}
