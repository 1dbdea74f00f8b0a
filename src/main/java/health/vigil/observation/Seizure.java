package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// A seizure, clinical or electrographic.
///
/// @param durationMinutes absent if unknown
/// @param resolved whether it has stopped
/// @param returnedToBaseline whether the patient came back to baseline; absent if not recorded
public record Seizure(
        SeizureType type, Optional<BigDecimal> durationMinutes, boolean resolved, Optional<Boolean> returnedToBaseline)
        implements Content {
    /// Whether the patient is recorded as not back at baseline.
    public boolean withoutReturn() {
        return !returnedToBaseline.orElse(true);
    }
}
