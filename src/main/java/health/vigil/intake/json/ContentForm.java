package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.json.Fields;
import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.Kind;
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

/// The fields of each kind, besides id, sender, time and kind.
final class ContentForm {
    private ContentForm() {}

    static ContentDraft draft(Kind kind, Fields fields) {
        return switch (kind) {
            case VITAL_SIGNS -> VitalSignsForm.draft(fields);
            case OXYGEN_THERAPY -> OxygenTherapyForm.draft(fields);
            case VASOPRESSOR -> VasopressorForm.draft(fields);
            case FLUID_BOLUS -> TreatmentForm.bolus(fields);
            case MEDICATION -> TreatmentForm.medication(fields);
            case NEURO_CHECK -> NeuroCheckForm.draft(fields);
            case SEIZURE -> NeuroEventForm.seizure(fields);
            case NEURO_FINDING -> NeuroEventForm.finding(fields);
            case LAB_RESULT -> LabResultForm.draft(fields);
            case ATTRIBUTION -> EntryForm.attribution(fields);
            case CRS_COURSE -> EntryForm.course(fields);
            case TRANSFUSION -> BloodForm.transfusion(fields);
            case CULTURE -> BloodForm.culture(fields);
            case DISEASE_EVENT -> DiseaseForm.event(fields);
            case WEIGHT -> DiseaseForm.weight(fields);
            case SYNDROME_ASSESSMENT -> DiseaseForm.assessment(fields);
            case GRADE_CONFIRMATION -> DiseaseForm.confirmation(fields);
            case HOME_CHECK -> HomeCheckForm.draft(fields);
            case RETRACTION -> EntryForm.retraction(fields);
            case DEATH -> EntryForm.death(fields);
        };
    }

    static void write(Content content, ObjectNode json) {
        switch (content) {
            case VitalSigns vitalSigns -> VitalSignsForm.write(vitalSigns, json);
            case OxygenTherapy therapy -> OxygenTherapyForm.write(therapy, json);
            case Vasopressor vasopressor -> VasopressorForm.write(vasopressor, json);
            case FluidBolus bolus -> TreatmentForm.write(bolus, json);
            case Medication medication -> TreatmentForm.write(medication, json);
            case NeuroCheck check -> NeuroCheckForm.write(check, json);
            case Seizure seizure -> NeuroEventForm.write(seizure, json);
            case NeuroFinding finding -> NeuroEventForm.write(finding, json);
            case LabResult result -> LabResultForm.write(result, json);
            case Attribution attribution -> EntryForm.write(attribution, json);
            case CrsCourse course -> EntryForm.write(course, json);
            case Transfusion transfusion -> BloodForm.write(transfusion, json);
            case Culture culture -> BloodForm.write(culture, json);
            case DiseaseEvent event -> DiseaseForm.write(event, json);
            case Weight weight -> DiseaseForm.write(weight, json);
            case SyndromeAssessment assessment -> DiseaseForm.write(assessment, json);
            case GradeConfirmation confirmation -> DiseaseForm.write(confirmation, json);
            case HomeCheck check -> HomeCheckForm.write(check, json);
            case Retraction retraction -> EntryForm.write(retraction, json);
            case Death death -> EntryForm.write(death, json);
        }
    }
}
