package health.vigil.observation;

/// The content of an observation, one type per kind.
public sealed interface Content
        permits VitalSigns,
                OxygenTherapy,
                Vasopressor,
                FluidBolus,
                Medication,
                NeuroCheck,
                Seizure,
                NeuroFinding,
                LabResult,
                Attribution,
                CrsCourse,
                Transfusion,
                Culture,
                DiseaseEvent,
                Weight,
                SyndromeAssessment,
                GradeConfirmation,
                HomeCheck,
                Retraction,
                Death {
    /// The kind, which names the content in the API.
    default Kind kind() {
        return switch (this) {
            case VitalSigns _ -> Kind.VITAL_SIGNS;
            case OxygenTherapy _ -> Kind.OXYGEN_THERAPY;
            case Vasopressor _ -> Kind.VASOPRESSOR;
            case FluidBolus _ -> Kind.FLUID_BOLUS;
            case Medication _ -> Kind.MEDICATION;
            case NeuroCheck _ -> Kind.NEURO_CHECK;
            case Seizure _ -> Kind.SEIZURE;
            case NeuroFinding _ -> Kind.NEURO_FINDING;
            case LabResult _ -> Kind.LAB_RESULT;
            case Attribution _ -> Kind.ATTRIBUTION;
            case CrsCourse _ -> Kind.CRS_COURSE;
            case Transfusion _ -> Kind.TRANSFUSION;
            case Culture _ -> Kind.CULTURE;
            case DiseaseEvent _ -> Kind.DISEASE_EVENT;
            case Weight _ -> Kind.WEIGHT;
            case SyndromeAssessment _ -> Kind.SYNDROME_ASSESSMENT;
            case GradeConfirmation _ -> Kind.GRADE_CONFIRMATION;
            case HomeCheck _ -> Kind.HOME_CHECK;
            case Retraction _ -> Kind.RETRACTION;
            case Death _ -> Kind.DEATH;
        };
    }
}
