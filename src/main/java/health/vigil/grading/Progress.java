package health.vigil.grading;

import java.util.List;

/// What a stretch of time and its observations made of a chart.
///
/// @param changes every change of a grade in the stretch, in order of time
/// @param flags every flag that went up or down, in order of time
public record Progress(Chart chart, List<GradeChange> changes, List<FlagChange> flags) {
    public Progress {
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
    }
}
