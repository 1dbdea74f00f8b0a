package health.vigil.fhir;

import health.vigil.exchange.SentAmount;
import health.vigil.exchange.Terminology;
import health.vigil.exchange.Vocabulary;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/// Numbers with their units. A unit is a code of UCUM, or a text that is exactly a unit of our table.
record QuantityReader(Vocabulary vocabulary, Issues issues) {
    /// The number and its unit; empty if a fault was noted.
    ///
    /// @param usual the unit of a number without one, if that is known
    Optional<SentAmount> read(Type value, String expression, Optional<String> usual) {
        if (!(value instanceof Quantity quantity)) {
            issues.refuse(expression, "must be a quantity");
            return Optional.empty();
        }
        if (!quantity.hasValue()) {
            issues.missing(expression + ".value");
            return Optional.empty();
        }
        return unit(quantity, expression, usual).map(unit -> new SentAmount(quantity.getValue(), Optional.of(unit)));
    }

    private Optional<String> unit(Quantity quantity, String expression, Optional<String> usual) {
        if (quantity.hasCode() && Terminology.UCUM.uri().equals(quantity.getSystem())) {
            return Optional.of(quantity.getCode());
        }
        if (!quantity.hasCode() && !quantity.hasUnit() && usual.isPresent()) {
            issues.caution(expression, "has no unit; the sender's usual unit is assumed");
            return usual;
        }
        var ofText = quantity.hasUnit() ? vocabulary.unitOfText(quantity.getUnit()) : Optional.<String>empty();
        if (ofText.isPresent()) {
            issues.caution(expression, "has no UCUM code; the text of its unit is read");
        } else {
            issues.refuse(expression, "needs a unit: system and code of UCUM");
        }
        return ofText;
    }
}
