package health.vigil.journey;

import health.vigil.observation.Drug;
import java.time.Instant;
import java.util.Optional;

/// A drug given before the infusion.
///
/// @param drugName what `other` stands for
public record Premedication(Drug drug, Optional<String> drugName, Optional<Instant> at) {}
