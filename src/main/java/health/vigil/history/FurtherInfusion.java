package health.vigil.history;

import java.time.Instant;
import java.util.Optional;

/// A later part of a split dose: an event of the same episode.
///
/// @param product absent: as of the first
public record FurtherInfusion(Instant at, Optional<String> product, Optional<String> note) {}
