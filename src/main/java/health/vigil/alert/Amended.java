package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import java.time.Instant;

/// A grade that people had been shown otherwise.
///
/// @param from since when it is so
/// @param shown what they had been shown for that time
/// @param known what is known of it now
public record Amended(Syndrome syndrome, Instant from, Grade shown, Grade known) {}
