package health.vigil.grading.scale;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The data that the scales need besides observations.
///
/// @param weight the patient's weight, kg
/// @param overlap how long two vasopressors run together before they are multiple, as in the policy
/// @param therapyBegan the first lymphodepletion, or the infusion if that is unknown
public record Circumstances(Optional<BigDecimal> weight, Duration overlap, Instant therapyBegan) {}
