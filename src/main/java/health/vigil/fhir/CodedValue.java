package health.vigil.fhir;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.Meaning;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Type;

/// The code and the value of an observation, or of one of its components.
///
/// @param expression its place in FHIRPath
/// @param value absent if it has none
/// @param absentReason why it has no value, if the sender says so
record CodedValue(String expression, CodeMatch match, Optional<Type> value, Optional<CodeableConcept> absentReason) {
    Optional<Meaning> meaning() {
        return match instanceof CodeMatch.Found(var meaning, var _) ? Optional.of(meaning) : Optional.empty();
    }

    Optional<String> usualUnit() {
        return match instanceof CodeMatch.Found(var _, var unit) ? unit : Optional.empty();
    }

    String valueExpression() {
        return expression + ".value";
    }

    String codeExpression() {
        return expression + ".code";
    }
}
