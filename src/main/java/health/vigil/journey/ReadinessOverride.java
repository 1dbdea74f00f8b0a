package health.vigil.journey;

/// A physician's decision to go on although an item of the readiness list is not met. It is shown for ever.
///
/// @param target the id of the item
public record ReadinessOverride(String target, String reason, EntryStamp stamp) {}
