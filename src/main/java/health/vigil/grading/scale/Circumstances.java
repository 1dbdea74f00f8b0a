package health.vigil.grading.scale;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What the scales need to know beside observations.
///
/// @param weight of the patient, kg
/// @param overlap how long two vasopressors run together before they are multiple, as in the policy
public record Circumstances(Optional<BigDecimal> weight, Duration overlap) {}
