package health.vigil.context;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.Optional;

/// One line of the list before the patient goes home.
///
/// @param met whether the line is met
/// @param why a sentence; if the line is not met, what is missing
/// @param since since when the line has been met or open, if the record tells it
/// @param until when the passing of time alone would meet it
/// @param tick the newest tick
public record LineFinding(
        DischargeLine line,
        Truth met,
        String why,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<ReadinessTick> tick) {
    /// The line with its state and what is missing, as `D-10 home is open: not ticked`.
    public String sentence() {
        var state = switch (met) {
            case YES -> "met";
            case NO -> "open";
            case UNKNOWN -> "not known";
        };
        return line.id() + " " + line.title() + " is " + state + ": " + why;
    }
}
