package health.vigil.journey;

import java.util.List;
import java.util.Optional;

/// What a check found, in a sentence with the value and the limit.
///
/// @param override the physician's decision that stands for an open check
public record CheckFinding(
        JourneyCheck check, CheckState state, String finding, List<String> notes, Optional<CheckOverride> override) {
    public CheckFinding {
        notes = List.copyOf(notes);
    }

    static CheckFinding of(JourneyCheck check, CheckState state, String finding) {
        return new CheckFinding(check, state, finding, List.of(), Optional.empty());
    }

    static CheckFinding green(JourneyCheck check, String finding) {
        return of(check, CheckState.GREEN, finding);
    }

    static CheckFinding open(JourneyCheck check, String finding) {
        return of(check, CheckState.OPEN, finding);
    }

    static CheckFinding warn(JourneyCheck check, String finding) {
        return of(check, CheckState.WARN, finding);
    }

    static CheckFinding stop(JourneyCheck check, String finding) {
        return of(check, CheckState.STOP, finding);
    }

    CheckFinding noting(List<String> more) {
        return new CheckFinding(check, state, finding, more, override);
    }

    CheckFinding overriddenBy(Optional<CheckOverride> decision) {
        return state == CheckState.OPEN && check.required()
                ? new CheckFinding(check, state, finding, notes, decision)
                : this;
    }

    /// Whether no infusion may be recorded. What contradicts cannot be overridden, only corrected.
    public boolean stopsTheInfusion() {
        return check.required() && state != CheckState.GREEN && override.isEmpty();
    }

    /// `J-2 bags of the lot: bag B-9 is not in the lot L-1`.
    public String sentence() {
        return check.label() + ": " + finding;
    }
}
