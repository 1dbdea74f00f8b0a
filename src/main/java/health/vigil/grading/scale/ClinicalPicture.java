package health.vigil.grading.scale;

import health.vigil.grading.GradeReport;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import java.util.Comparator;
import java.util.List;

/// The state of a patient with CRS at an instant, as the scales need it.
///
/// @param hypotensive whether there is hypotension without another cause, by ASTCT
/// @param hypoxic whether there is hypoxia without another cause, by ASTCT
record ClinicalPicture(
        boolean hypotensive, boolean hypoxic, Oxygenation oxygenation, Pressors pressors, Organs organs) {
    static ClinicalPicture of(GradeReport astct, List<Observation> observations, Circumstances circumstances) {
        var until = observations.stream()
                .filter(observation ->
                        !observation.effectiveAt().isAfter(astct.at()) && !observation.datedInTheFuture())
                .sorted(Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id))
                .toList();
        return new ClinicalPicture(
                present(astct, Component.HYPOTENSION),
                present(astct, Component.HYPOXIA),
                Oxygenation.of(until),
                Pressors.of(until, astct.at(), circumstances),
                Organs.of(until, astct.at(), circumstances.therapyBegan()));
    }

    private static boolean present(GradeReport astct, Component component) {
        return astct.crs().basis().stream().anyMatch(basis -> basis.component() == component && basis.grade() > 0);
    }
}
