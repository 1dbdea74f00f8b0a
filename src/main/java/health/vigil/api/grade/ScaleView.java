package health.vigil.api.grade;

import health.vigil.grading.scale.ScaleReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The grade of CRS on another scale, for comparison.
///
/// @param reason why the grade is unknown
record ScaleView(
        String scale, @Nullable Integer grade, @Nullable String reason, String source, List<ReasonView> basis) {
    /// @param unavailable why automatic grading failed; then every scale is unavailable
    static ScaleView of(ScaleReport report, Optional<String> unavailable) {
        var scale = report.scale();
        return unavailable
                .map(reason -> new ScaleView(scale.word(), null, reason, scale.source(), List.of()))
                .orElseGet(() -> new ScaleView(
                        scale.word(),
                        SyndromeView.number(report.grade()),
                        report.reason().orElse(null),
                        scale.source(),
                        ReasonView.of(report.basis())));
    }
}
