package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// One administered dose.
///
/// @param drugName what the drug is, where it is {@link Drug#OTHER} and was named
public record Medication(
        Drug drug, Optional<String> drugName, Optional<BigDecimal> doseMilligrams, Optional<Indication> indication)
        implements Content {
    /// A drug of the list; neither its dose nor its indication is known.
    public static Medication of(Drug drug) {
        return new Medication(drug, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What the dose does to the signs of CRS. A steroid in place of the patient's own treats nothing.
    public Drug.Effect effect() {
        var replaces = indication.filter(Indication.REPLACEMENT::equals).isPresent();
        return replaces && drug.effect() == Drug.Effect.ANTI_CYTOKINE ? Drug.Effect.NONE : drug.effect();
    }
}
