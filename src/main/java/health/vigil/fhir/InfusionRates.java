package health.vigil.fhir;

import health.vigil.exchange.PartDraft;
import health.vigil.intake.unit.RateMeasure;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;

/// The rate of an infusion. One that cannot be read is left out, because no rule reads its number.
final class InfusionRates {
    private static final String PLACE = "MedicationAdministration.dosage.rate";

    private InfusionRates() {}

    static void put(PartDraft part, MedicationAdministrationDosageComponent dosage, Issues issues) {
        if (!dosage.hasRate()) {
            return;
        }
        var rate = quantity(dosage);
        rate.filter(known -> RateMeasure.of(known.getCode()).isPresent())
                .ifPresentOrElse(
                        known -> part.put("rate", known.getValue(), Optional.of(known.getCode()), PLACE),
                        () -> issues.caution(PLACE, "is no rate of an infusion, so it is left out"));
    }

    private static Optional<Quantity> quantity(MedicationAdministrationDosageComponent dosage) {
        return switch (dosage.getRate()) {
            case Quantity quantity when quantity.hasValue() && quantity.hasCode() -> Optional.of(quantity);
            case Ratio ratio -> quotient(ratio);
            case null, default -> Optional.empty();
        };
    }

    /// The ratio as one number, if it divides without a remainder.
    private static Optional<Quantity> quotient(Ratio ratio) {
        var above = ratio.getNumerator();
        var below = ratio.getDenominator();
        if (!above.hasValue()
                || !above.hasCode()
                || !below.hasValue()
                || !below.hasCode()
                || below.getValue().signum() == 0) {
            return Optional.empty();
        }
        return divided(above.getValue(), below.getValue())
                .map(value -> new Quantity().setValue(value).setCode(above.getCode() + "/" + below.getCode()));
    }

    private static Optional<BigDecimal> divided(BigDecimal above, BigDecimal below) {
        try {
            return Optional.of(above.divide(below));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
