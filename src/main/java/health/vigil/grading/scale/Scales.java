package health.vigil.grading.scale;

import health.vigil.grading.GradeReport;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Grades CRS on other scales.
public final class Scales {
    private Scales() {}

    /// The kinds of observation that the scales read beside the ASTCT report: none of them comes often.
    public static Set<Kind> kinds() {
        return EnumSet.of(Kind.OXYGEN_THERAPY, Kind.VASOPRESSOR, Kind.FLUID_BOLUS, Kind.LAB_RESULT);
    }

    /// The grade on a scale, at the instant of the ASTCT report and as known for it.
    ///
    /// Whether there is CRS at all, and hypotension or hypoxia with no other cause, is taken from ASTCT: the scales
    /// differ in what they make of it.
    ///
    /// @param observations of {@link #kinds()} that are known, since the infusion or standing at it, in any order
    public static ScaleReport of(
            Scale scale, GradeReport astct, List<Observation> observations, Circumstances circumstances) {
        var crs = astct.crs();
        var evidence = new ScaleEvidence(scale);
        switch (crs.grade()) {
            case UNKNOWN, ZERO, FIVE -> evidence.asAstct(crs);
            case ONE, TWO, THREE, FOUR -> {
                evidence.crs();
                ScaleRule.of(scale).judge(Bedside.of(astct, observations, circumstances), evidence);
            }
        }
        return evidence.report(astct.at());
    }
}
