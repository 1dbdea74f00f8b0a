package health.vigil.grading;

import java.math.BigDecimal;
import java.util.Optional;

/// The patient's own values, recorded before the infusion. Units as in {@link
/// health.vigil.observation.VitalSign}.
///
/// @param ice 0 to 10
/// @param capd 0 to 32
/// @param oxygenFlow home oxygen, L/min
/// @param developmentalDelay the CAPD applies at any age
public record Baseline(
        Optional<BigDecimal> systolic,
        Optional<BigDecimal> diastolic,
        Optional<BigDecimal> temperature,
        Optional<BigDecimal> spo2,
        Optional<Integer> ice,
        Optional<Integer> capd,
        Optional<BigDecimal> oxygenFlow,
        boolean developmentalDelay) {
    /// A baseline without any values.
    public static final Baseline NONE = new Baseline(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
}
