package health.vigil.grading;

import java.time.Instant;

/// What the rules can still see of a patient after all observations up to an instant. Immutable and small.
///
/// @param asOf the last instant that the chart has lived through
public record Chart(Instant asOf) {}
