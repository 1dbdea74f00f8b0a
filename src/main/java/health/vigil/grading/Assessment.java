package health.vigil.grading;

import java.time.Instant;
import java.util.Set;

/// A syndrome at an instant.
///
/// @param presentUntil the last instant a counted component is present; {@link Instant#MIN} when none is
/// @param nextChange the first instant anything here may change by itself; {@link Instant#MAX} if never
record Assessment(Grade grade, Set<Flag> flags, Instant presentUntil, Instant nextChange) {}
