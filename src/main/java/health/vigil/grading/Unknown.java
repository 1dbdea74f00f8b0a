package health.vigil.grading;

import health.vigil.observation.Tool;
import java.time.Duration;
import java.util.Optional;

/// Why a grade is not known.
public sealed interface Unknown {
    record BeforeInfusion() implements Unknown {}

    /// Treated hypotension or hypoxia without fever waits for a physician.
    record Undecided() implements Unknown {}

    /// No temperature is usable.
    ///
    /// @param window how long one is
    record NoTemperature(Duration window) implements Unknown {}

    /// No score counts.
    ///
    /// @param window how long one does
    record NoScore(Tool tool, Duration window) implements Unknown {}

    /// The score could not be tested.
    ///
    /// @param why absent if nobody recorded it
    record NotTestable(Tool tool, Optional<String> why) implements Unknown {}

    /// The patient died of something else than the syndrome.
    record OtherDeath(Syndrome syndrome) implements Unknown {}
}
