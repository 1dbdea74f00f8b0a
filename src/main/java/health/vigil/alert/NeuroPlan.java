package health.vigil.alert;

import health.vigil.grading.Grade;
import java.time.Duration;
import java.util.List;

/// The intervals of ICE or CAPD. At ICANS 3 and 4 the level of consciousness is enough.
///
/// @param well without CRS and ICANS
/// @param early with any CRS or at ICANS 1
/// @param severe at ICANS 2
/// @param icansThree at ICANS 3
/// @param icansFour at ICANS 4
public record NeuroPlan(Duration well, Duration early, Duration severe, Duration icansThree, Duration icansFour) {
    public static final NeuroPlan DEFAULT = new NeuroPlan(
            Duration.ofHours(12), Duration.ofHours(8), Duration.ofHours(4), Duration.ofHours(2), Duration.ofHours(1));

    public NeuroPlan {
        Intervals.check(well, early, severe, icansThree, icansFour);
        Intervals.rising("neurological checks by severity", icansFour, icansThree, severe, early, well);
    }

    Duration interval(Severity severity) {
        if (severity.icansFrom(Grade.FOUR)) {
            return icansFour;
        }
        if (severity.icansFrom(Grade.THREE)) {
            return icansThree;
        }
        if (severity.icansFrom(Grade.TWO)) {
            return severe;
        }
        return severity.icansFrom(Grade.ONE) || severity.crsFrom(Grade.ONE) ? early : well;
    }

    /// The parts that the check requires.
    static List<CheckPart> parts(Check tool, Severity severity) {
        if (severity.icansFrom(Grade.THREE)) {
            return List.of(CheckPart.Bedside.CONSCIOUSNESS);
        }
        return List.of(tool == Check.CAPD ? CheckPart.Bedside.CAPD : CheckPart.Bedside.ICE);
    }
}
