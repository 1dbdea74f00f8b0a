package health.vigil.observation;

/// Retracts one observation. Either may arrive first.
public record Retraction(RetractionTarget target, String reason) implements Content {}
