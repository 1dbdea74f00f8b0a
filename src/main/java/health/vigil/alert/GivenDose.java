package health.vigil.alert;

import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A dose of a drug that was given.
///
/// @param sender the device, person or system that charted it, if known
public record GivenDose(ObservationId id, Instant at, Optional<BigDecimal> milligrams, Optional<String> sender) {}
