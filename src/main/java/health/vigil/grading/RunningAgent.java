package health.vigil.grading;

import health.vigil.observation.VasopressorAgent;
import java.time.Instant;

/// A running agent for the circulation, a vasopressor or not.
///
/// @param since the start of the unbroken time in which it runs
public record RunningAgent(VasopressorAgent agent, Instant since) {}
