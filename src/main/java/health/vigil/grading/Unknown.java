package health.vigil.grading;

import health.vigil.observation.Tool;
import java.time.Duration;
import java.util.Optional;

/// Why a grade is unknown.
public sealed interface Unknown {
    record BeforeInfusion() implements Unknown {}

    /// Treated hypotension or hypoxia without fever waits for a physician.
    record Undecided() implements Unknown {}

    /// No temperature is usable.
    ///
    /// @param window how long a temperature is usable
    record NoTemperature(Duration window) implements Unknown {}

    /// No score counts.
    ///
    /// @param window how long a score counts
    record NoScore(Tool tool, Duration window) implements Unknown {}

    /// The score could not be tested.
    ///
    /// @param why absent if it was not recorded
    record NotTestable(Tool tool, Optional<String> why) implements Unknown {}

    /// The patient died of another cause than the syndrome.
    record OtherDeath(Syndrome syndrome) implements Unknown {}
}
