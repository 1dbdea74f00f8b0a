package health.vigil.grading;

import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;

/// The newest course of CRS at an instant.
///
/// @param treated whether it counts as treated: by an anti-cytokine drug or a steroid, or by an antipyretic that
///     still hides fever. For a closed course: whether it was treated when it ended
/// @param openedBy the physician's entry that opened it
/// @param endsAt when it will end by itself; absent while a component counts
/// @param closedAt absent while it is open
public record CourseReport(
        boolean open,
        Instant onset,
        boolean treated,
        Optional<ObservationId> openedBy,
        Optional<Instant> endsAt,
        Optional<Instant> closedAt) {}
