package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Tool;
import java.time.Instant;
import java.util.Optional;

/// One use of the patient's tool.
///
/// @param total absent if the tool was not testable
/// @param partial whether items were left out
/// @param reason why it was not testable, if recorded
record Score(Instant at, ObservationId id, Optional<Integer> total, boolean partial, Optional<String> reason) {
    Optional<Origin> origin() {
        return Optional.of(new Origin(id, at));
    }

    /// The newer of two. At the same instant, a score wins over "not testable", a worse score over a better one,
    /// and of two equal scores the one with items left out.
    static Optional<Score> newest(Optional<Score> kept, Score next, Tool tool) {
        return kept.filter(old -> old.at.isAfter(next.at) || (old.at.equals(next.at) && old.outweighs(next, tool)))
                .or(() -> Optional.of(next));
    }

    private boolean outweighs(Score other, Tool tool) {
        if (other.total.isEmpty() || total.isEmpty()) {
            return other.total.isEmpty();
        }
        int difference = total.get() - other.total.get();
        if (difference == 0) {
            return partial || !other.partial;
        }
        return tool == Tool.ICE ? difference < 0 : difference > 0;
    }
}
