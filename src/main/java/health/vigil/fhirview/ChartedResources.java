package health.vigil.fhirview;

import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OwnCodes;
import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;

/// The Observations of what was charted. Drugs are MedicationAdministrations, see {@link DrugAdministrations}.
public final class ChartedResources {
    private ChartedResources() {}

    /// One Observation for each part; none for kinds that have no form in FHIR here.
    public static List<Observation> of(GivenObservation given) {
        Content content = given.observation().content();
        return switch (content) {
            case VitalSigns signs -> new VitalSignObservations(given, signs).all();
            case OxygenTherapy therapy -> List.of(OxygenObservation.of(given, therapy));
            case NeuroCheck check -> NeuroObservations.of(given, check);
            case Seizure seizure -> List.of(NeuroObservations.of(given, seizure));
            case NeuroFinding finding -> List.of(NeuroObservations.of(given, finding));
            case LabResult result -> List.of(LaboratoryObservation.of(given, result));
            case FluidBolus bolus -> List.of(bolus(given, bolus));
            case Weight weight -> List.of(weight(given, weight));
            case Vasopressor _, Medication _ -> List.of();
            case Attribution _, CrsCourse _, Transfusion _, Culture _, DiseaseEvent _ -> List.of();
            case SyndromeAssessment _, GradeConfirmation _, HomeCheck _, Retraction _, Death _ -> List.of();
        };
    }

    private static Observation bolus(GivenObservation given, FluidBolus bolus) {
        var shape = ObservationShape.of(
                given, ResourcePart.BOLUS, "therapy", Concepts.item(ObservationItem.FLUID_BOLUS.word()));
        shape.setValue(Quantified.of(bolus.volumeMillilitres(), "mL"));
        ObservationShape.component(
                shape,
                Concepts.item(ObservationItem.FLUID_REASON.word()),
                Concepts.of(OwnCodes.FLUID_REASON, bolus.reason().word()));
        return ObservationShape.finished(given, shape);
    }

    private static Observation weight(GivenObservation given, Weight weight) {
        var shape = ObservationShape.of(
                given, ResourcePart.WEIGHT, "vital-signs", Concepts.loinc("29463-7", "body weight"));
        ObservationShape.profile(shape, "bodyweight").setValue(Quantified.of(weight.kilograms(), "kg"));
        return ObservationShape.finished(given, shape);
    }
}
