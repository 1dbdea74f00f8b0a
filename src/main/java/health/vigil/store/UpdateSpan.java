package health.vigil.store;

import java.time.Instant;

/// When the rows that a reader wants were last changed.
///
/// @param from inclusive
/// @param until exclusive
public record UpdateSpan(Instant from, Instant until) {}
