package health.vigil.observation;

/// The patient's death.
public record Death(DeathCause cause) implements Content {}
