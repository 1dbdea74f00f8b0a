package health.vigil.fhir;

import health.vigil.exchange.Terminology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/// The values of an observation: its own first, then those of its components.
final class CodedValues {
    private static final String OBSERVATION = "Observation";
    /// The saturation of arterial blood: by a pulse oximeter only if the category says vital signs.
    private static final String ARTERIAL_SATURATION = "2708-6";
    private static final String VITAL_SIGNS = "vital-signs";

    private CodedValues() {}

    static List<CodedValue> of(Observation observation, ConceptReader concepts, Issues issues) {
        var values = new ArrayList<CodedValue>();
        values.add(new CodedValue(
                OBSERVATION,
                concepts.match(ownCodings(observation)),
                Optional.ofNullable(observation.getValue()),
                Optional.of(observation.getDataAbsentReason()).filter(_ -> observation.hasDataAbsentReason())));
        var components = observation.getComponent();
        for (int index = 0; index < components.size(); index++) {
            var component = components.get(index);
            values.add(new CodedValue(
                    OBSERVATION + ".component[" + index + "]",
                    concepts.match(component.getCode()),
                    Optional.ofNullable(component.getValue()),
                    Optional.of(component.getDataAbsentReason()).filter(_ -> component.hasDataAbsentReason())));
        }
        values.stream()
                .filter(value ->
                        value.value().isPresent() && value.absentReason().isPresent())
                .forEach(value -> issues.refuse(
                        value.expression() + ".dataAbsentReason", "says that the value is absent, but there is one"));
        return values;
    }

    private static List<Coding> ownCodings(Observation observation) {
        var vital = observation.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(coding -> VITAL_SIGNS.equals(coding.getCode()));
        return observation.getCode().getCoding().stream()
                .filter(coding -> vital
                        || !ARTERIAL_SATURATION.equals(coding.getCode())
                        || !Terminology.LOINC.uri().equals(coding.getSystem()))
                .toList();
    }
}
