package health.vigil.grading;

import java.util.List;

/// What a stretch of time and its observations made of a chart.
///
/// @param changes every change of a grade in the stretch, in order of time
public record Progress(Chart chart, List<GradeChange> changes) {
    public Progress {
        changes = List.copyOf(changes);
    }
}
