package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// One administered dose.
///
/// @param drugName the name of the drug if it is {@link Drug#OTHER} and was named
public record Medication(
        Drug drug, Optional<String> drugName, Optional<BigDecimal> doseMilligrams, Optional<Indication> indication)
        implements Content {
    /// A dose of a listed drug without amount or indication.
    public static Medication of(Drug drug) {
        return new Medication(drug, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The effect of the dose on the signs of CRS. A steroid that replaces the patient's own has none.
    public Drug.Effect effect() {
        var replaces = indication.filter(Indication.REPLACEMENT::equals).isPresent();
        return replaces && drug.effect() == Drug.Effect.ANTI_CYTOKINE ? Drug.Effect.NONE : drug.effect();
    }
}
