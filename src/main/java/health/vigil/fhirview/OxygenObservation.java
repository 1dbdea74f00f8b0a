package health.vigil.fhirview;

import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OwnCodes;
import health.vigil.exchange.Terminology;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;

/// Oxygen and ventilation. The saturation's own profile has no place for the unit of a flow.
final class OxygenObservation {
    /// From a fraction to percent.
    private static final int PERCENT = 2;

    private OxygenObservation() {}

    static Observation of(GivenObservation given, OxygenTherapy therapy) {
        var shape = ObservationShape.of(
                given, ResourcePart.OXYGEN, "therapy", Concepts.item(ObservationItem.OXYGEN_THERAPY.word()));
        shape.setValue(device(therapy));
        therapy.flow()
                .ifPresent(flow -> ObservationShape.component(
                        shape, Concepts.loinc("3151-8", "oxygen flow"), Quantified.of(flow, "L/min")));
        therapy.fio2()
                .ifPresent(fraction -> ObservationShape.component(
                        shape,
                        Concepts.loinc("3150-0", "inhaled oxygen concentration"),
                        Quantified.of(fraction.movePointRight(PERCENT), "%")));
        therapy.reason()
                .ifPresent(reason -> ObservationShape.component(
                        shape,
                        Concepts.item(ObservationItem.OXYGEN_REASON.word()),
                        Concepts.of(OwnCodes.REASON, reason.word())));
        return ObservationShape.finished(given, shape);
    }

    private static CodeableConcept device(OxygenTherapy therapy) {
        if (therapy.device() == OxygenDevice.OTHER) {
            return new CodeableConcept().setText(therapy.deviceName().orElseThrow());
        }
        var word = therapy.device().word();
        var concept = Concepts.of(OwnCodes.DEVICE, word).setText(Concepts.words(word));
        Concepts.codes(Terminology.SNOMED, word).stream()
                .limit(1)
                .forEach(code -> concept.addCoding(Concepts.coding(Terminology.SNOMED.uri(), code)));
        return concept;
    }
}
