package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.history.EpisodeReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The grade of CRS, with its course.
///
/// @param onset the onset of the open course
/// @param course absent while automatic grading fails
record CrsView(
        @JsonUnwrapped SyndromeView syndrome,
        @Nullable Instant onset,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CourseView course) {
    static CrsView of(EpisodeReport report) {
        if (report.gradingUnavailable().isPresent()) {
            return new CrsView(
                    SyndromeView.unavailable(report.gradingUnavailable().get()), null, null);
        }
        var crs = report.report().crs();
        return new CrsView(
                SyndromeView.of(crs), crs.onset().orElse(null), CourseView.of(crs.course(), report.courseOpenedBy()));
    }
}
