package health.vigil.api.grades;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When the next checks of a patient are due: vital signs every 4 h (2 h at CRS 1 or more), ICE or CAPD every 12 h (8 h
/// with any CRS or ICANS 1, 4 h at ICANS 2 or more).
record Checks(List<Due> due) {
    /// @param check `vital-signs`, `ice` or `capd`
    record Due(String check, Instant dueAt) {}

    /// What was done last.
    ///
    /// @param vitalSigns absent: never
    /// @param neuroCheck absent: never
    record Done(Instant infusedAt, Optional<Instant> vitalSigns, Optional<Instant> neuroCheck) {}

    static Checks of(GradeReport report, Done done, String tool) {
        var crs = report.crs().grade();
        var icans = report.icans().grade();
        return new Checks(Stream.of(
                        new Due(
                                "vital-signs",
                                done.vitalSigns().orElse(done.infusedAt()).plus(vitalSigns(crs))),
                        new Due(tool, done.neuroCheck().orElse(done.infusedAt()).plus(neuroChecks(crs, icans))))
                .toList());
    }

    private static Duration vitalSigns(Grade crs) {
        return Duration.ofHours(crs.above(Grade.ZERO) ? 2 : 4);
    }

    private static Duration neuroChecks(Grade crs, Grade icans) {
        if (icans.above(Grade.ONE)) {
            return Duration.ofHours(4);
        }
        return Duration.ofHours(icans.above(Grade.ZERO) || crs.above(Grade.ZERO) ? 8 : 12);
    }

    List<Due> overdue(Instant at) {
        return due.stream().filter(check -> check.dueAt().isBefore(at)).toList();
    }
}
