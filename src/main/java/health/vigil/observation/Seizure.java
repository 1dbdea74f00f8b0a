package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// A seizure, clinical or electrographic.
///
/// @param durationMinutes absent where it is not known
/// @param resolved it has stopped
/// @param returnedToBaseline whether the patient came back to baseline; absent where nobody said
public record Seizure(
        SeizureType type, Optional<BigDecimal> durationMinutes, boolean resolved, Optional<Boolean> returnedToBaseline)
        implements Content {
    /// Whether the patient is recorded as not back at baseline.
    public boolean withoutReturn() {
        return !returnedToBaseline.orElse(true);
    }
}
