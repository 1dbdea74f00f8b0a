package health.vigil.fhirview;

import health.vigil.exchange.Terminology;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Quantity;

/// Quantities with UCUM units. The number is given as it is stored.
final class Quantified {
    private Quantified() {}

    static Quantity of(BigDecimal value, String unit) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem(Terminology.UCUM.uri())
                .setCode(unit);
    }
}
