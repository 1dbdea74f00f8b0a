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

    /// The kinds of observation that the scales read besides the ASTCT report. None of them is frequent.
    public static Set<Kind> kinds() {
        return EnumSet.of(Kind.OXYGEN_THERAPY, Kind.VASOPRESSOR, Kind.FLUID_BOLUS, Kind.LAB_RESULT);
    }

    /// The grade on a scale, at the instant and with the knowledge of the ASTCT report.
    ///
    /// ASTCT decides whether there is CRS, and hypotension or hypoxia without another cause. The scales differ in
    /// how they grade it.
    ///
    /// @param observations the known observations of {@link #kinds()} since the infusion or standing at it, and
    /// earlier laboratory results, in any order
    public static ScaleReport of(
            Scale scale, GradeReport astct, List<Observation> observations, Circumstances circumstances) {
        var crs = astct.crs();
        var evidence = new ScaleEvidence(scale);
        switch (crs.grade()) {
            case UNKNOWN, ZERO, FIVE -> evidence.asAstct(crs);
            case ONE, TWO, THREE, FOUR -> {
                evidence.crs();
                ScaleRule.of(scale).judge(ClinicalPicture.of(astct, observations, circumstances), evidence);
            }
        }
        return evidence.report(astct.at());
    }
}
