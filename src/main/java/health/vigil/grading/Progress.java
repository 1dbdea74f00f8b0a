package health.vigil.grading;

import java.util.List;

/// The result of folding a period into a chart.
///
/// @param changes every change of a grade in the period, in order of time
/// @param flags every flag that went up or down, in order of time
public record Progress(Chart chart, List<GradeChange> changes, List<FlagChange> flags) {
    public Progress {
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
    }
}
