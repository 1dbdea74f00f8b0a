package health.vigil.observation;

/// The id of one infusion: an order, a line or a pump, as the sender names it.
public record InfusionId(String value) {}
