package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.laboratory.Truth;
import java.time.Duration;
import java.util.List;
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
        var crs = grades.zero("CRS", patient.crs(), WARD);
        var icans = grades.zero("ICANS", patient.icans(), WARD);
        var quiet = crs.holds().and(icans.holds());
        var falling = falling(patient.crs(), patient).and(falling(patient.icans(), patient));
        item.fact(Fact.of("fewer-checks", quiet, crs.text() + "; " + icans.text()))
                .fact(Fact.of("leave-intensive-care", falling, "both grades known, 2 or less and not rising for 12 h"));
        item.band(quiet.holds() ? "fewer-checks" : falling.holds() ? "leave-intensive-care" : "none");
        if (!quiet.holds() && (quiet == Truth.UNKNOWN || falling == Truth.UNKNOWN)) {
            unknown(item, crs, icans);
        }
        return item.build();
    }

    /// An unknown grade leaves the band the lowest possible one.
    private static void unknown(ItemBuilder item, LineCheck crs, LineCheck icans) {
        Stream.of(crs, icans)
                .filter(check -> check.holds() == Truth.UNKNOWN)
                .forEach(check -> item.missing(check.text()));
        item.bandAtLeast().reason("a grade is not known, or was not within 12 h");
    }

    /// Whether a grade was known, at most 2 and not rising in the whole time.
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
        return grades.contains(Grade.UNKNOWN) ? Truth.UNKNOWN : Truth.YES;
    }

    private static boolean rises(List<GradeChange> changes) {
        return changes.stream().anyMatch(change -> change.from() != Grade.UNKNOWN && change.rise());
    }
}
