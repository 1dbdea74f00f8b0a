package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.laboratory.Truth;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Less watching while the patient is still in hospital: when the grades would allow it.
final class StepDown {
    private static final Duration WARD = Duration.ofDays(1);
    private static final Duration INTENSIVE_CARE = Duration.ofHours(12);

    private StepDown() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.STEP_DOWN);
        if (patient.at().isBefore(patient.infusedAt())) {
            return item.reason("before the infusion").build();
        }
        var grades = new ReadinessGrades(patient);
        var checks = Stream.concat(Stream.of(grades.zero("CRS", patient.crs(), WARD)), grades.icans(WARD).stream())
                .toList();
        var quiet = checks.stream().map(LineCheck::holds).reduce(Truth.YES, Truth::and);
        var falling = falling(patient.crs(), patient).and(falling(patient.icans(), patient));
        item.fact(Fact.of(
                        "fewer-checks",
                        quiet,
                        checks.stream().map(LineCheck::text).collect(Collectors.joining("; "))))
                .fact(Fact.of(
                        "leave-intensive-care",
                        falling,
                        "both grades known and 2 or less for 12 h, and lower than 12 h ago or 0"));
        item.band(quiet.holds() ? "fewer-checks" : falling.holds() ? "leave-intensive-care" : "none");
        if (!quiet.holds() && (quiet == Truth.UNKNOWN || falling == Truth.UNKNOWN)) {
            unknown(item, checks);
        }
        return item.build();
    }

    /// An unknown grade or check leaves the band the lowest possible one.
    private static void unknown(ItemBuilder item, List<LineCheck> checks) {
        checks.stream().filter(check -> check.holds() == Truth.UNKNOWN).forEach(check -> item.missing(check.text()));
        item.bandAtLeast().reason("a grade or a check is not known, or a grade was not within 12 h");
    }

    /// Whether a grade was known, at most 2 and not rising in the whole time, and is lower than at its beginning
    /// or 0.
    private static Truth falling(GradeTimes times, PatientState patient) {
        var begin = patient.at().minus(INTENSIVE_CARE);
        var changes = times.changes().stream()
                .filter(change -> change.at().isAfter(begin) && !change.at().isAfter(patient.at()))
                .toList();
        var grades = Stream.concat(Stream.of(times.at(begin)), changes.stream().map(GradeChange::to))
                .toList();
        if (grades.stream().anyMatch(grade -> grade.above(Grade.TWO)) || rises(changes)) {
            return Truth.NO;
        }
        if (grades.contains(Grade.UNKNOWN)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(grades.getLast() == Grade.ZERO || grades.getFirst().above(grades.getLast()));
    }

    private static boolean rises(List<GradeChange> changes) {
        return changes.stream().anyMatch(change -> change.from() != Grade.UNKNOWN && change.rise());
    }
}
