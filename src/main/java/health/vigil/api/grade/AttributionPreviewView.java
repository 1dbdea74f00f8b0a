package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.history.AttributionPreview;
import health.vigil.observation.Component;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Both grades as they are, and as they would be with one more attribution.
///
/// @param ends when the attribution ends for each of its components
record AttributionPreviewView(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Instant at,
        ComparedGrade crs,
        ComparedGrade icans,
        List<EndView> ends) {
    /// One syndrome's grade in both cases.
    ///
    /// @param actual as it is
    /// @param withAttribution as it would be
    /// @param differences when it would be another one, in order of time
    record ComparedGrade(GradeAndPeak actual, GradeAndPeak withAttribution, List<DifferenceView> differences) {}

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

            @Nullable Integer actual,
            @Nullable Integer withAttribution) {
        static DifferenceView of(AttributionPreview.Difference difference) {
            return new DifferenceView(
                    difference.from(),
                    difference.until().orElse(null),
                    SyndromeView.number(difference.actual()),
                    SyndromeView.number(difference.withAttribution()));
        }
    }

    /// When the attribution of a component ends.
    ///
    /// @param until exclusive; absent if it has no end
    record EndView(
            String component,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant until) {
        static EndView of(Map.Entry<Component, Instant> end) {
            return new EndView(end.getKey().word(), end.getValue().equals(Instant.MAX) ? null : end.getValue());
        }
    }

    static AttributionPreviewView of(NumbersView patient, AttributionPreview preview) {
        return new AttributionPreviewView(
                patient,
                preview.episode().id(),
                preview.at(),
                compared(preview, Syndrome.CRS),
                compared(preview, Syndrome.ICANS),
                preview.ends().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(EndView::of)
                        .toList());
    }

    private static ComparedGrade compared(AttributionPreview preview, Syndrome syndrome) {
        return new ComparedGrade(
                GradeAndPeak.of(preview.actual().now().of(syndrome)),
                GradeAndPeak.of(preview.withAttribution().now().of(syndrome)),
                preview.differences(syndrome).stream().map(DifferenceView::of).toList());
    }
}
