package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.history.EpisodeReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One syndrome's grade on the board, without its basis. Unknown values are `null`.
///
/// @param reason why the grade is unknown
/// @param course only for CRS
/// @param basis empty if automatic grading failed, else absent
/// @param previous the grade before; absent if none was known
record BoardGrade(
        Optional<Integer> grade,
        Optional<String> reason,
        Optional<Instant> since,
        @JsonUnwrapped @Nullable NewestCourse course,
        List<String> flags,
        Optional<PeakView> peak,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> basis,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> previous) {
    private static final String UNAVAILABLE = "automatic-grading-unavailable";

    /// @param onset the onset of the open course
    record NewestCourse(Optional<Instant> onset, CourseView course) {}

    static BoardGrade of(EpisodeReport report, Syndrome syndrome, Optional<Integer> previous) {
        return report.gradingUnavailable()
                .map(reason -> unavailable(reason, previous))
                .orElseGet(() -> graded(report, report.report().of(syndrome), previous));
    }

    private static BoardGrade graded(EpisodeReport report, SyndromeReport grade, Optional<Integer> previous) {
        return new BoardGrade(
                number(grade.grade()),
                grade.reason(),
                grade.since(),
                grade.syndrome() == Syndrome.CRS
                        ? new NewestCourse(grade.onset(), CourseView.of(grade.course(), report.courseOpenedBy()))
                        : null,
                grade.flags().stream().map(Flag::word).toList(),
                grade.peak().map(PeakView::of),
                Optional.empty(),
                previous);
    }

    /// The rules failed on this patient, so their last result cannot be trusted.
    private static BoardGrade unavailable(String reason, Optional<Integer> previous) {
        return new BoardGrade(
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                null,
                List.of(UNAVAILABLE),
                Optional.empty(),
                Optional.of(List.of()),
                previous);
    }

    private static Optional<Integer> number(Grade grade) {
        var number = grade.number();
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
