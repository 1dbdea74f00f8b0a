package health.vigil.api.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.context.ContextItems;
import health.vigil.context.LineFinding;
import health.vigil.context.ReadinessTick;
import health.vigil.observation.PatientId;
import health.vigil.store.ReadinessQueries.EpisodeReadiness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The list before a patient goes home.
///
/// @param day calendar days since the infusion, in the hospital's time zone
/// @param lines all lines in order; none before the infusion
record DischargeReadinessView(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Instant at,
        Instant knownAt,
        int day,
        String ruleSet,
        List<LineView> lines) {
    /// @param asked the requested number of the patient
    static DischargeReadinessView of(PatientId asked, EpisodeReadiness found) {
        return new DischargeReadinessView(
                NumbersView.of(asked, found.episode().numbers()),
                found.episode().id(),
                found.at(),
                found.knownAt(),
                found.readiness().day(),
                ContextItems.RULE_SET,
                found.readiness().lines().stream().map(LineView::of).toList());
    }

    /// One line.
    ///
    /// @param state `met`, `open` or `unknown`
    /// @param why what was found; what is missing if the line is not met
    /// @param since since when it has been met or open, if the record tells it
    /// @param until when the passing of time alone would meet it
    /// @param computed whether the record decides, alone or beside a person
    /// @param ticked whether a person can tick it
    /// @param asksForReason whether it asks for a reason if the patient leaves while it is open
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LineView(
            String line,
            String title,
            String state,
            String why,
            Optional<Instant> since,
            Optional<Instant> until,
            boolean computed,
            boolean ticked,
            boolean asksForReason,
            Optional<TickView> tick) {
        static LineView of(LineFinding finding) {
            var line = finding.line();
            return new LineView(
                    line.id(),
                    line.title(),
                    LineState.of(finding.met()).word(),
                    finding.why(),
                    finding.since(),
                    finding.until(),
                    line.computed(),
                    line.ticked(),
                    line.asksForReason(),
                    finding.tick().map(TickView::of));
        }
    }

    /// The newest tick of a line.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TickView(boolean done, Instant at, String by, Optional<String> note) {
        static TickView of(ReadinessTick tick) {
            return new TickView(tick.done(), tick.at(), tick.by(), tick.note());
        }
    }
}
