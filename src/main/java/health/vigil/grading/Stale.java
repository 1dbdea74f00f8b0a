package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells that the newest reading is too old to count.
///
/// @param window how long such a reading counts
record Stale(Word component, Duration window, Instant at) {
    Optional<Basis> leftOut(String reading, Instant readAt, ObservationId id) {
        return Windows.counts(readAt, window, at)
                ? Optional.empty()
                : Optional.of(new Reason(component, 0, Rule.STALE)
                        .of(reading + " is older than " + Sentences.length(window), readAt, id));
    }
}
