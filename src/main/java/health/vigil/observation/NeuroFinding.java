package health.vigil.observation;

/// A neurological finding, recorded as present or absent.
public record NeuroFinding(Finding finding, boolean present) implements Content {}
