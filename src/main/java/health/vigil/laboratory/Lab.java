package health.vigil.laboratory;

import health.vigil.observation.Analyte;
import health.vigil.observation.LabResult;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One laboratory result in the unit of the scores.
///
/// @param low the lower reference limit that came with it
/// @param high the upper reference limit
public record Lab(Observation observation, LabResult result, Amount amount, Optional<Ratio> low, Optional<Ratio> high) {
    /// Empty if the scores do not read the unit.
    public static Optional<Lab> of(Observation observation, LabResult result) {
        return LaboratoryUnit.of(result.analyte())
                .factor(result.unit())
                .map(factor -> new Lab(
                        observation,
                        result,
                        new Amount(convert(result.value(), factor), result.comparator()),
                        result.referenceLow().map(low -> convert(low, factor)),
                        result.referenceHigh().map(high -> convert(high, factor))));
    }

    private static Ratio convert(BigDecimal value, Ratio factor) {
        return Ratio.of(value).times(factor);
    }

    public Analyte analyte() {
        return result.analyte();
    }

    public Instant at() {
        return observation.effectiveAt();
    }

    public Ratio value() {
        return amount.value();
    }

    /// Whether it is above its own upper limit; unknown without one.
    public Truth aboveLimit() {
        return high.map(amount::above).orElse(Truth.UNKNOWN);
    }

    /// As it was sent, such as `ferritin 12800 ng/mL`.
    public String text() {
        var sign =
                result.comparator().map(comparator -> comparator.symbol() + " ").orElse("");
        return analyte().word() + " " + sign + result.value().toPlainString() + " " + result.unit();
    }
}
