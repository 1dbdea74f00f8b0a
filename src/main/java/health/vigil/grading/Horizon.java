package health.vigil.grading;

import java.time.Instant;

/// How long the assessment of a syndrome stays the same if nothing more is observed.
///
/// @param presentUntil the last instant at which a counted component is present; {@link Instant#MIN} if none is
/// @param nextChange the first instant at which anything may change by itself; {@link Instant#MAX} if never
record Horizon(Instant presentUntil, Instant nextChange) {}
