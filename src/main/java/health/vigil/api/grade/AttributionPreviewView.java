package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.history.AttributionPreview;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Both grades as they are, and as they would be with one more attribution.
record AttributionPreviewView(
        @JsonUnwrapped NumbersView patient, UUID episodeId, Instant at, ComparedGrade crs, ComparedGrade icans) {
    /// One syndrome's grade in both cases.
    ///
    /// @param now as it is
    /// @param then as it would be
    /// @param differences when it would be another one, in order of time
    record ComparedGrade(GradeAndPeak now, GradeAndPeak then, List<DifferenceView> differences) {}

    /// A grade and the highest one so far. A grade that is not known is `null` and has a reason.
    record GradeAndPeak(
            @Nullable Integer grade,
            @Nullable String reason,
            @Nullable PeakView peak) {
        static GradeAndPeak of(SyndromeReport report) {
            return new GradeAndPeak(
                    SyndromeView.number(report.grade()),
                    report.reason().orElse(null),
                    report.peak().map(PeakView::of).orElse(null));
        }
    }

    /// A time in which the grade would be another one.
    ///
    /// @param until absent if it lasts until now
    record DifferenceView(
            Instant from,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant until,

            @Nullable Integer now,
            @Nullable Integer then) {
        static DifferenceView of(AttributionPreview.Difference difference) {
            return new DifferenceView(
                    difference.from(),
                    difference.until().orElse(null),
                    SyndromeView.number(difference.known()),
                    SyndromeView.number(difference.supposed()));
        }
    }

    static AttributionPreviewView of(NumbersView patient, AttributionPreview preview) {
        return new AttributionPreviewView(
                patient,
                preview.episode().id(),
                preview.at(),
                compared(preview, Syndrome.CRS),
                compared(preview, Syndrome.ICANS));
    }

    private static ComparedGrade compared(AttributionPreview preview, Syndrome syndrome) {
        return new ComparedGrade(
                GradeAndPeak.of(preview.now().of(syndrome)),
                GradeAndPeak.of(preview.then().of(syndrome)),
                preview.differences(syndrome).stream().map(DifferenceView::of).toList());
    }
}
