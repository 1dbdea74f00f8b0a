package health.vigil.history;

import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.UUID;

/// A change of a grade in the recorded history.
public record RecordedChange(long number, UUID episode, Syndrome syndrome, Instant at, Grade previous, Grade grade) {}
