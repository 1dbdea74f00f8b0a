package health.vigil.history;

import java.time.Instant;
import java.util.Optional;

/// A later part of a split dose, in the same episode.
///
/// @param product absent: as in the first infusion
public record FurtherInfusion(Instant at, Optional<String> product, Optional<String> note) {}
