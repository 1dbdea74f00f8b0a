package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.OutlookSentences;
import health.vigil.grading.Sentence;
import health.vigil.grading.SyndromeReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One syndrome's grade with its reasons. An unknown value is `null`, never left out.
///
/// @param reason why the grade is unknown
/// @param basis what counts, the deciding reason first
/// @param leftOut observations that do not count, and why; absent while automatic grading fails
/// @param outlook sentences about what would change the grade; absent while automatic grading fails
/// @param outlookPieces the same sentences in pieces; absent while automatic grading fails
record SyndromeView(
        @Nullable Integer grade,
        @Nullable String reason,
        @Nullable Instant since,
        List<String> flags,
        @Nullable PeakView peak,
        List<ReasonView> basis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ReasonView> leftOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> outlook,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<List<PieceView>> outlookPieces) {
    static SyndromeView of(SyndromeReport report) {
        var outlook = report.outlook().stream().map(OutlookSentences::of).toList();
        return new SyndromeView(
                number(report.grade()),
                report.reason().orElse(null),
                report.since().orElse(null),
                report.flags().stream().map(Flag::word).toList(),
                report.peak().map(PeakView::of).orElse(null),
                ReasonView.of(report.basis()),
                ReasonView.of(report.leftOut()),
                outlook.stream().map(Sentence::text).toList(),
                outlook.stream().map(PieceView::of).toList());
    }

    /// The rules failed on this patient, so their last result cannot be trusted.
    static SyndromeView unavailable(String reason) {
        return new SyndromeView(
                null, reason, null, List.of("automatic-grading-unavailable"), null, List.of(), null, null, null);
    }

    static @Nullable Integer number(Grade grade) {
        var number = grade.number();
        return number.isPresent() ? number.getAsInt() : null;
    }
}
