package health.vigil.grading.scale;

import health.vigil.grading.Evidence;
import health.vigil.grading.Grade;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A patient's grade on one scale at an instant, with its reasons.
///
/// @param reason why the grade is not known, and what it is at least; absent when it is known
/// @param basis what was found, the deciding finding first
public record ScaleReport(Scale scale, Instant at, Grade grade, Optional<String> reason, List<Evidence> basis) {
    public ScaleReport {
        basis = List.copyOf(basis);
    }
}
