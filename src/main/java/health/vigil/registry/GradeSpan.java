package health.vigil.registry;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A time in which a grade stays the same.
///
/// @param until excluded
record GradeSpan(Grade grade, Instant from, Instant until) {
    /// The spans of a watch. Before the first change the grade is unknown.
    ///
    /// @param changes of one syndrome
    static List<GradeSpan> of(List<GradeChange> changes, Instant from, Instant until) {
        var spans = new ArrayList<GradeSpan>();
        var grade = Grade.UNKNOWN;
        var begin = from;
        for (var change : changes) {
            if (change.at().isBefore(until)) {
                add(spans, grade, begin, change.at());
                begin = change.at().isAfter(from) ? change.at() : from;
                grade = change.to();
            }
        }
        add(spans, grade, begin, until);
        return spans;
    }

    private static void add(List<GradeSpan> spans, Grade grade, Instant from, Instant until) {
        if (from.isBefore(until)) {
            spans.add(new GradeSpan(grade, from, until));
        }
    }

    boolean present() {
        return grade.above(Grade.ZERO);
    }

    Duration length() {
        return Duration.between(from, until);
    }
}
