package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The newest course of CRS. A fever or a physician begins it. It ends when a physician closes it, or when no
/// component was present for longer than the resolution time.
///
/// @param onset absent before the first course
/// @param lastPresent until when a counted component was present
/// @param openedBy the entry of the physician who opened it, fever or not
/// @param closedAt absent while it is active
/// @param wasTreated whether it counted as treated when it ended
record Course(
        Optional<Instant> onset,
        Instant lastPresent,
        Optional<ObservationId> openedBy,
        Optional<Instant> closedAt,
        boolean wasTreated) {
    static final Course NONE = new Course(Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty(), false);

    boolean active() {
        return onset.isPresent() && closedAt.isEmpty();
    }

    /// The onset of an active course.
    Optional<Instant> activeOnset() {
        return active() ? onset : Optional.empty();
    }

    Course begin(Instant at) {
        return active() ? this : new Course(Optional.of(at), at, Optional.empty(), Optional.empty(), false);
    }

    Course openedBy(ObservationId entry, Instant at) {
        var begun = begin(at);
        return new Course(
                begun.onset, begun.lastPresent, begun.openedBy.or(() -> Optional.of(entry)), begun.closedAt, false);
    }

    Course close(Instant at, boolean treated) {
        return active() ? new Course(onset, lastPresent, openedBy, Optional.of(at), treated) : this;
    }

    Course presentUntil(Instant until) {
        return active() && until.isAfter(lastPresent) ? new Course(onset, until, openedBy, closedAt, wasTreated) : this;
    }

    /// The last instant of the course if nothing is present any more.
    Instant end(Duration resolution) {
        return lastPresent.plus(resolution);
    }

    /// Whether an instant lies in the active course.
    boolean since(Instant at) {
        return active() && onset.filter(begin -> !at.isBefore(begin)).isPresent();
    }
}
