package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A product out of its specification, and the decision about it.
///
/// @param value the measured value
/// @param limit the limit of the specification, in the same unit
/// @param physician who decided
/// @param reference the authority's reference
public record Deviation(
        DeviationParameter parameter,
        Optional<BigDecimal> value,
        Optional<BigDecimal> limit,
        Optional<DeviationDecision> decision,
        Optional<String> physician,
        Optional<String> reference,
        Optional<Instant> patientConsentAt) {}
