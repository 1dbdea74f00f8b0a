package health.vigil.context;

import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// The doses of steroids.
final class Steroids {
    private static final Set<Drug> DRUGS = EnumSet.of(
            Drug.DEXAMETHASONE, Drug.METHYLPREDNISOLONE, Drug.HYDROCORTISONE, Drug.PREDNISONE, Drug.PREDNISOLONE);

    private Steroids() {}

    /// All doses in order of time, except those that replace the patient's own.
    static Stream<ChartEntry<Medication>> of(PatientState patient) {
        return patient.entries(Medication.class)
                .filter(entry -> DRUGS.contains(entry.content().drug())
                        && entry.content().effect() == Drug.Effect.ANTI_CYTOKINE);
    }
}
