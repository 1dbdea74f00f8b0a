package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.ListApproval;
import health.vigil.journey.Readiness;
import health.vigil.journey.ReadinessAnswer;
import health.vigil.journey.ReadinessLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The readiness list of a journey.
///
/// @param list the version of the hospital's list
/// @param owner who approved it; absent for the default
/// @param complete whether every item is met or overridden
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReadinessView(
        String list,
        Optional<String> owner,
        Optional<LocalDate> approvedAt,
        Optional<LocalDate> reviewBy,
        boolean complete,
        List<ReadinessItemView> items) {
    static ReadinessView of(Readiness readiness, JourneyPolicy policy) {
        return new ReadinessView(
                policy.version(),
                policy.approval().map(ListApproval::owner),
                policy.approval().map(ListApproval::approvedAt),
                policy.approval().map(ListApproval::reviewBy),
                readiness.complete(),
                readiness.lines().stream().map(ReadinessItemView::of).toList());
    }

    /// One item.
    ///
    /// @param state `met`, `not-met` or `open`
    /// @param why what is missing
    /// @param least the least number that is enough
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ReadinessItemView(
            String item,
            String text,
            String state,
            boolean computed,
            Optional<String> why,
            Optional<Long> validForHours,
            Optional<Integer> least,
            Optional<ReadinessAnswerView> answer,
            Optional<OverrideView> override) {
        private static ReadinessItemView of(ReadinessLine line) {
            var item = line.item();
            return new ReadinessItemView(
                    item.id(),
                    item.text(),
                    line.state().word(),
                    item.computed(),
                    line.why(),
                    item.validFor().map(time -> time.toHours()),
                    item.least(),
                    line.answer().map(ReadinessAnswerView::of),
                    line.override().map(OverrideView::of));
        }
    }

    /// The newest answer to an item.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ReadinessAnswerView(
            String answer, Optional<Integer> count, Optional<String> note, Instant at, Instant recordedAt, String by) {
        private static ReadinessAnswerView of(ReadinessAnswer answer) {
            return new ReadinessAnswerView(
                    answer.reply().word(),
                    answer.count(),
                    answer.note(),
                    answer.stamp().at(),
                    answer.stamp().recordedAt(),
                    answer.stamp().by());
        }
    }
}
