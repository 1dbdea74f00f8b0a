package health.vigil.journey;

import java.util.List;

/// What a check found, in a sentence with the value and the limit.
public record CheckFinding(JourneyCheck check, CheckState state, String finding, List<String> notes) {
    public CheckFinding {
        notes = List.copyOf(notes);
    }

    static CheckFinding of(JourneyCheck check, CheckState state, String finding) {
        return new CheckFinding(check, state, finding, List.of());
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
        return new CheckFinding(check, state, finding, more);
    }

    /// Whether no infusion may be recorded. What is open is recorded, and what contradicts is corrected: no
    /// decision stands for either.
    public boolean stopsTheInfusion() {
        return check.required() && state != CheckState.GREEN;
    }

    /// `J-2 bags of the lot: bag B-9 is not in the lot L-1`.
    public String sentence() {
        return check.label() + ": " + finding;
    }
}
