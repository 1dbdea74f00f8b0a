package health.vigil.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// J-8: the infused dose is within the hospital's range for the product.
final class CellDoseCheck {
    private static final int DIGITS = 6;

    private CellDoseCheck() {}

    static CheckFinding of(ProductJourney journey, JourneyPolicy policy) {
        var range = policy.limits(journey.facts().product()).dose();
        if (range.isEmpty()) {
            return CheckFinding.open(
                    JourneyCheck.DOSE, "no range is set for " + journey.facts().product());
        }
        return journey.infusion()
                .map(recorded -> of(recorded.infusion(), range.get()))
                .orElseGet(() -> CheckFinding.open(JourneyCheck.DOSE, "no infusion is recorded"));
    }

    private static CheckFinding of(InfusionRecord infusion, DoseRange range) {
        if (infusion.dose().isEmpty()) {
            return CheckFinding.open(JourneyCheck.DOSE, "not recorded: dose");
        }
        var dose = infusion.dose().get();
        return converted(dose, range.unit(), infusion.weight())
                .map(value -> {
                    var words = "dose " + dose + ", range " + range;
                    return range.includes(value)
                            ? CheckFinding.green(JourneyCheck.DOSE, words)
                            : CheckFinding.warn(JourneyCheck.DOSE, words);
                })
                .orElseGet(() -> CheckFinding.open(
                        JourneyCheck.DOSE, "the dose " + dose + " needs a weight to be compared with " + range));
    }

    /// The dose in the unit of the range; empty without the weight that this needs.
    private static Optional<BigDecimal> converted(CellDose dose, String unit, Optional<BigDecimal> weight) {
        if (dose.unit().equals(unit)) {
            return Optional.of(dose.value());
        }
        return weight.map(kilograms -> dose.perKilogram()
                ? dose.value().multiply(kilograms)
                : dose.value().divide(kilograms, DIGITS, RoundingMode.HALF_UP));
    }
}
