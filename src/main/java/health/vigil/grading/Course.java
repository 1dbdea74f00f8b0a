package health.vigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The course of CRS: begun by a fever, over when no component was present for longer than the resolution time.
///
/// @param onset absent while no course is active
/// @param lastPresent until when a counted component was present
record Course(Optional<Instant> onset, Instant lastPresent) {
    static final Course NONE = new Course(Optional.empty(), Instant.EPOCH);

    boolean active() {
        return onset.isPresent();
    }

    Course begin(Instant at) {
        return active() ? this : new Course(Optional.of(at), at);
    }

    Course presentUntil(Instant until) {
        return active() ? new Course(onset, Windows.later(lastPresent, until)) : this;
    }

    /// The course at an instant, over if it is.
    Course at(Instant instant, Duration resolution) {
        return active() && instant.isAfter(lastPresent.plus(resolution)) ? NONE : this;
    }

    boolean since(Instant at) {
        return onset.filter(begin -> !at.isBefore(begin)).isPresent();
    }
}
