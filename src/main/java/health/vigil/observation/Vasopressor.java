package health.vigil.observation;

import java.util.Optional;

/// The start or the stop of one agent.
public record Vasopressor(VasopressorAgent agent, InfusionAction action, Optional<Rate> rate) implements Content {}
