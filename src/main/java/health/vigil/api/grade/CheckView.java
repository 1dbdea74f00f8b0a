package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.alert.DueCheck;
import health.vigil.alert.NotDone;
import health.vigil.alert.PartAge;
import health.vigil.alert.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A check that a patient needs next.
///
/// @param overdue only on the board
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CheckView(
        String check,
        Instant dueAt,
        List<PartView> parts,
        Optional<PausedView> paused,
        Optional<NotDoneView> notDone,
        Optional<Boolean> overdue) {
    /// @param lastAt `null` if never since the infusion
    /// @param missing whether the part is too old or absent
    record PartView(String part, Optional<Instant> lastAt, boolean missing) {
        private static PartView of(PartAge part, Instant at) {
            return new PartView(part.part().word(), part.lastAt(), !part.dueAt().isAfter(at));
        }
    }

    /// Why the check is paused, and until when.
    record PausedView(String reason, Instant until) {
        private static PausedView of(Pause pause) {
            return new PausedView(pause.reason().word(), pause.until());
        }
    }

    /// Why the check was not done at the last attempt.
    record NotDoneView(String reason, Instant at) {
        private static NotDoneView of(NotDone missed) {
            return new NotDoneView(missed.reason().word(), missed.at());
        }
    }

    /// @param at the time for which missing parts are named
    static CheckView of(DueCheck due, Instant at) {
        return of(due, at, Optional.empty());
    }

    /// The same, with whether it is overdue.
    static CheckView ofBoard(DueCheck due, Instant at) {
        return of(due, at, Optional.of(due.overdueAt(at)));
    }

    private static CheckView of(DueCheck due, Instant at, Optional<Boolean> overdue) {
        return new CheckView(
                due.check().word(),
                due.dueAt(),
                due.parts().stream().map(part -> PartView.of(part, at)).toList(),
                due.pause().map(PausedView::of),
                due.notDone().map(NotDoneView::of),
                overdue);
    }
}
