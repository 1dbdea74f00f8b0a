package health.vigil.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A patient's newest weight.
///
/// @param at absent if it was given at the admission
public record WeightFact(BigDecimal kilograms, Optional<Instant> at) {}
