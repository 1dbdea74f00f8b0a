package health.vigil.observation;

/// Withdraws one observation, whichever of the two arrives first.
public record Retraction(RetractionTarget target, String reason) implements Content {}
