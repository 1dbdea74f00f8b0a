package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.observation.Content;
import java.util.Optional;

/// The content of one kind as a sender wrote it.
public sealed interface ContentDraft
        permits AttributionDraft,
                CrsCourseDraft,
                CultureDraft,
                DeathDraft,
                DiseaseEventDraft,
                FluidBolusDraft,
                GradeConfirmationDraft,
                HomeCheckDraft,
                LabResultDraft,
                MedicationDraft,
                NeuroCheckDraft,
                NeuroFindingDraft,
                OxygenTherapyDraft,
                RetractionDraft,
                SeizureDraft,
                SyndromeAssessmentDraft,
                TransfusionDraft,
                VasopressorDraft,
                VitalSignsDraft,
                WeightDraft {
    /// The content, if the message had no fault so far. Faults are noted, each at its field.
    Optional<Content> check(Location message);
}
