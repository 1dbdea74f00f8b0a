package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.observation.Content;
import java.util.Optional;

/// What a sender wrote of one kind.
public sealed interface ContentDraft
        permits AttributionDraft,
                CrsCourseDraft,
                CultureDraft,
                DeathDraft,
                DiseaseEventDraft,
                FluidBolusDraft,
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
    /// The content, where the whole message was sound so far; else its faults are noted, each at its field.
    Optional<Content> check(Location message);
}
