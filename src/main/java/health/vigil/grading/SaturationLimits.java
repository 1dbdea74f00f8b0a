package health.vigil.grading;

import java.math.BigDecimal;
import java.util.Optional;

/// When an SpO2 is low, percent.
///
/// @param low below this it is
/// @param lowBaseline of a patient whose baseline is below this,
/// @param drop only one that is more than this under the baseline is
public record SaturationLimits(BigDecimal low, BigDecimal lowBaseline, BigDecimal drop) {
    public static final SaturationLimits DEFAULT =
            new SaturationLimits(BigDecimal.valueOf(90), BigDecimal.valueOf(93), BigDecimal.valueOf(3));

    public SaturationLimits {
        low = PolicyCheck.within("SpO2 limit", low, 50, 100);
        lowBaseline = PolicyCheck.within("limit of a low baseline SpO2", lowBaseline, 50, 100);
        drop = PolicyCheck.within("drop under a low baseline SpO2", drop, 0, 50);
    }

    /// The limit of one patient.
    BigDecimal of(Optional<BigDecimal> baseline) {
        return baseline.filter(normal -> normal.compareTo(lowBaseline) < 0)
                .map(normal -> normal.subtract(drop).min(low))
                .orElse(low);
    }
}
