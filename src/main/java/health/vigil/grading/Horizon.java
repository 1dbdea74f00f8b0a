package health.vigil.grading;

import java.time.Instant;

/// How far ahead of an instant a syndrome is known if nothing more is observed.
///
/// @param presentUntil the last instant a counted component is present; {@link Instant#MIN} when none is
/// @param nextChange the first instant anything may change by itself; {@link Instant#MAX} if never
record Horizon(Instant presentUntil, Instant nextChange) {}
