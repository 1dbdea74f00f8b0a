package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A past grade that differs from what people saw.
///
/// @param from since when the known grade holds
/// @param shown the grade that people saw for that time
/// @param known the grade as known now
/// @param cause the observation that caused the change at that time, if any
public record AmendedGrade(Syndrome syndrome, Instant from, Grade shown, Grade known, Optional<ObservationId> cause) {}
