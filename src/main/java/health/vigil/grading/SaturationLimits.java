package health.vigil.grading;

import java.math.BigDecimal;
import java.util.Optional;

/// The limits of a low SpO2, percent.
///
/// @param low an SpO2 below this is low
/// @param lowBaseline for a patient with a baseline below this, `drop` applies, too
/// @param drop an SpO2 is then low only if it is also more than this below the baseline
public record SaturationLimits(BigDecimal low, BigDecimal lowBaseline, BigDecimal drop) {
    public static final SaturationLimits DEFAULT =
            new SaturationLimits(BigDecimal.valueOf(90), BigDecimal.valueOf(93), BigDecimal.valueOf(3));

    public SaturationLimits {
        low = PolicyCheck.within("SpO2 limit", low, 50, 100);
        lowBaseline = PolicyCheck.within("limit of a low baseline SpO2", lowBaseline, 50, 100);
        drop = PolicyCheck.within("drop under a low baseline SpO2", drop, 0, 50);
    }

    /// The limit for one patient.
    BigDecimal of(Optional<BigDecimal> baseline) {
        return baseline.filter(normal -> normal.compareTo(lowBaseline) < 0)
                .map(normal -> normal.subtract(drop).min(low))
                .orElse(low);
    }
}
