package health.vigil.grading;

import health.vigil.observation.Tool;
import java.time.Duration;
import java.util.Optional;

/// Why a grade is not known.
public sealed interface Unknown {
    record BeforeInfusion() implements Unknown {}

    /// Treated hypotension or hypoxia without fever waits for a physician.
    record Undecided() implements Unknown {}

    /// @param window how long a temperature is usable
    record NoTemperature(Duration window) implements Unknown {}

    /// @param window how long a score counts
    record NoScore(Tool tool, Duration window) implements Unknown {}

    /// @param why absent where nobody said it
    record NotTestable(Tool tool, Optional<String> why) implements Unknown {}

    /// The patient died of something else than the syndrome.
    record OtherDeath(Syndrome syndrome) implements Unknown {}
}
