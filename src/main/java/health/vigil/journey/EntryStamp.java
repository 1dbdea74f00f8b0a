package health.vigil.journey;

import java.time.Instant;

/// When something was so, when that was recorded, and by whom.
///
/// @param at clinical time
/// @param recordedAt knowledge time
public record EntryStamp(Instant at, Instant recordedAt, String by) {}
