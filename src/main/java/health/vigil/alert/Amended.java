package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// A grade that people had been shown otherwise.
///
/// @param from since when it is so
/// @param shown what they had been shown for that time
/// @param known what is known of it now
/// @param cause the observation that made it so at that instant, if one did
public record Amended(Syndrome syndrome, Instant from, Grade shown, Grade known, Optional<ObservationId> cause) {}
