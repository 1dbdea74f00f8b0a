package health.vigil.fhir;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.Meaning;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Type;

/// Values that are codes.
final class Answers {
    private Answers() {}

    /// What the code of a value means; empty if a fault was noted.
    ///
    /// @param expected the meaning that fits the question
    static <M extends Meaning> Optional<M> read(
            Type value, String expression, Class<M> expected, ResourceContext context) {
        if (!(value instanceof CodeableConcept concept)) {
            context.issues().refuse(expression, "must be a code");
            return Optional.empty();
        }
        if (context.concepts().match(concept) instanceof CodeMatch.Found(var meaning, var _)
                && expected.isInstance(meaning)) {
            return Optional.of(expected.cast(meaning));
        }
        context.issues().unknownCode(expression, "has no code that is known here as an answer");
        return Optional.empty();
    }
}
