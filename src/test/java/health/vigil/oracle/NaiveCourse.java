package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;

/// The CRS course while time runs: it must be moved to every stop in turn.
final class NaiveCourse {

    static final Duration RESOLUTION = Duration.ofHours(24);

    private final NaiveCrs crs;
    private Instant onset;
    private Instant stop = Instant.MIN;
    private boolean present;
    private Instant lastPresent = Instant.MIN;

    NaiveCourse(NaiveCrs crs) {
        this.crs = crs;
    }

    /// The onset of the course that is active at the stop reached, or null.
    Instant onset() {
        return onset;
    }

    void moveTo(Instant now) {
        // What was present all the time between two stops was so right up to this one, the bound of its presence.
        if (present && Stops.between(stop)) {
            lastPresent = now;
        }
        if (onset != null && now.isAfter(lastPresent.plus(RESOLUTION))) {
            onset = null;
        }
        if (onset == null && crs.feverReadAt(now)) {
            onset = now;
        }
        present = crs.counts(now, onset);
        if (present) {
            lastPresent = now;
        }
        stop = now;
    }
}
