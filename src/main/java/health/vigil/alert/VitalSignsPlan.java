package health.vigil.alert;

import health.vigil.alert.Cadence.CadencePhase;
import health.vigil.grading.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The intervals of vital signs.
///
/// @param well without CRS
/// @param inCrs at CRS 1 and 2
/// @param severe at CRS 3 and above
/// @param late without CRS, after `lateAfter` since the infusion and when quiet for `quietFor`
/// @param quietFor how long both grades must have been 0
public record VitalSignsPlan(
        FirstHours first,
        Duration well,
        Duration inCrs,
        Duration severe,
        Duration late,
        Duration lateAfter,
        Duration quietFor) {
    public static final VitalSignsPlan DEFAULT = new VitalSignsPlan(
            FirstHours.DEFAULT,
            Duration.ofHours(4),
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofHours(8),
            Duration.ofDays(14),
            Duration.ofHours(48));

    public VitalSignsPlan {
        Intervals.check(well, inCrs, severe, late, quietFor);
        Intervals.rising("vital signs at CRS 3, at CRS 1, without CRS, and late", severe, inCrs, well, late);
        Intervals.require(!lateAfter.isNegative(), "lateAfter is negative: " + lateAfter);
    }

    Cadence cadence(CheckFacts facts, Severity severity, Instant at) {
        var steady = interval(severity);
        var end = facts.infusionEndedAt();
        return new Cadence(
                List.of(
                        new CadencePhase(Intervals.shorter(first.closely(), steady), end.plus(first.closelyFor())),
                        new CadencePhase(Intervals.shorter(first.often(), steady), end.plus(first.oftenFor())),
                        new CadencePhase(steady, facts.infusedAt().plus(lateAfter))),
                severity.quietFor(quietFor, at) ? late : steady);
    }

    private Duration interval(Severity severity) {
        if (severity.crsFrom(Grade.THREE)) {
            return severe;
        }
        return severity.crsFrom(Grade.ONE) ? inCrs : well;
    }
}
