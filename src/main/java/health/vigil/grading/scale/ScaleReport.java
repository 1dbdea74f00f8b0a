package health.vigil.grading.scale;

import health.vigil.grading.Evidence;
import health.vigil.grading.Grade;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A patient's grade on one scale at an instant, with its reasons.
///
/// @param reason why the grade is unknown, and its lowest possible value; absent if it is known
/// @param basis the findings, the deciding one first
public record ScaleReport(Scale scale, Instant at, Grade grade, Optional<String> reason, List<Evidence> basis) {
    public ScaleReport {
        basis = List.copyOf(basis);
    }
}
