package health.vigil.exchange;

import health.vigil.observation.PatientId;
import java.time.Instant;

/// The infusion of CAR-T cells, as another system reports it.
///
/// @param product by the word of the admission form
public record CellInfusion(SourceKey key, PatientId patient, String product, Instant infusedAt) {}
