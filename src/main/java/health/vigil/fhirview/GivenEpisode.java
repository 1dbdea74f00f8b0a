package health.vigil.fhirview;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An episode to give out, with what was told of the patient at the admission.
///
/// @param subject the number that stands for its patient
/// @param birthDate a date, a month or a year
/// @param infusions the first one first
/// @param voided why the admission was made in error, if it was
/// @param updatedAt when it was last changed
public record GivenEpisode(
        UUID id,
        PatientId subject,
        Optional<String> name,
        String birthDate,
        Optional<String> sex,
        String product,
        List<CellInfusionGiven> infusions,
        Instant admittedAt,
        Optional<Instant> endedAt,
        Optional<String> voided,
        Instant updatedAt) {
    public GivenEpisode {
        infusions = List.copyOf(infusions);
    }

    /// An infusion of cells.
    public record CellInfusionGiven(Instant at, Optional<String> product) {}
}
