package health.vigil.alert;

import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A dose of one drug that was given.
///
/// @param sender which device, person or system charted it, where that is known
public record Dose(ObservationId id, Instant at, Optional<BigDecimal> milligrams, Optional<String> sender) {}
