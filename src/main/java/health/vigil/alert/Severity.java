package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.UnconfirmedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The grades as far as they decide how often a patient is checked.
///
/// @param crs unknown counts as 2, because unknown is not quiet
/// @param icans unknown counts as 2
/// @param quietSince since when both have been 0; absent if one is not
/// @param unconfirmed the records that people are asked about
public record Severity(Grade crs, Grade icans, Optional<Instant> quietSince, List<UnconfirmedRecord> unconfirmed) {
    /// For a patient who cannot be graded.
    public static final Severity UNKNOWN = new Severity(Grade.UNKNOWN, Grade.UNKNOWN, Optional.empty(), List.of());

    public Severity {
        crs = known(crs);
        icans = known(icans);
        unconfirmed = List.copyOf(unconfirmed);
    }

    private static Grade known(Grade grade) {
        return grade == Grade.UNKNOWN ? Grade.TWO : grade;
    }

    public static Severity of(GradeReport report) {
        return new Severity(
                report.crs().grade(),
                report.icans().grade(),
                quiet(report.crs()).flatMap(crs -> quiet(report.icans()).map(icans -> later(crs, icans))),
                report.unconfirmed());
    }

    private static Optional<Instant> quiet(SyndromeReport report) {
        return report.since().filter(_ -> report.grade() == Grade.ZERO);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    boolean crsFrom(Grade lowest) {
        return !lowest.above(crs);
    }

    boolean icansFrom(Grade lowest) {
        return !lowest.above(icans);
    }

    boolean quietFor(Duration time, Instant at) {
        return quietSince.filter(since -> !since.plus(time).isAfter(at)).isPresent();
    }
}
