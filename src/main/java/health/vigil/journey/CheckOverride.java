package health.vigil.journey;

/// A physician's decision to go on although a check or an item is open. It is shown for ever.
///
/// @param target the id of a check or of an item
public record CheckOverride(String target, String reason, EntryStamp stamp) {}
