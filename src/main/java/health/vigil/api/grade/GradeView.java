package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.history.EpisodeReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Both grades of a patient at a time, as known at a time.
///
/// @param day calendar days since the infusion, in the hospital's time zone
/// @param scales other scales, if requested
/// @param nextChangeAt when a grade will change without a new observation
/// @param overdue the checks that are overdue
record GradeView(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Instant at,
        Instant knownAt,
        long day,
        BigDecimal hoursSinceInfusion,
        String ruleSet,
        String policyVersion,
        CrsView crs,
        SyndromeView icans,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ScaleView> scales,
        @Nullable Instant lastObservationAt,
        @Nullable Instant nextChangeAt,
        List<CheckView> overdue) {
    static GradeView of(
            NumbersView patient,
            EpisodeReport report,
            TimeSinceInfusion since,
            @Nullable List<ScaleView> scales,
            List<CheckView> overdue) {
        return new GradeView(
                patient,
                report.episodeId(),
                report.at(),
                report.knownAt(),
                since.day(),
                since.hours(),
                Policy.RULE_SET,
                report.policyVersion(),
                CrsView.of(report),
                icans(report),
                scales,
                report.lastObservationAt().orElse(null),
                report.report().nextChange().orElse(null),
                overdue);
    }

    private static SyndromeView icans(EpisodeReport report) {
        return report.gradingUnavailable()
                .map(SyndromeView::unavailable)
                .orElseGet(() -> SyndromeView.of(report.report().of(Syndrome.ICANS)));
    }
}
