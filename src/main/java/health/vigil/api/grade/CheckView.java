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
/// @param overdue of a board only
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CheckView(
        String check,
        Instant dueAt,
        List<PartView> parts,
        Optional<PausedView> paused,
        Optional<NotDoneView> notDone,
        Optional<Boolean> overdue) {
    /// @param lastAt `null`: never since the infusion
    /// @param missing whether it is too old
    record PartView(String part, Optional<Instant> lastAt, boolean missing) {
        private static PartView of(PartAge part, Instant at) {
            return new PartView(part.part().word(), part.lastAt(), !part.dueAt().isAfter(at));
        }
    }

    /// Why it is not asked for now.
    record PausedView(String reason, Instant until) {
        private static PausedView of(Pause pause) {
            return new PausedView(pause.reason().word(), pause.until());
        }
    }

    /// Why it was not done when somebody last tried.
    record NotDoneView(String reason, Instant at) {
        private static NotDoneView of(NotDone missed) {
            return new NotDoneView(missed.reason().word(), missed.at());
        }
    }

    /// @param at what is missing then is named
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
