package health.vigil.history;

import health.vigil.observation.Attribution;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Up to when a piece of work can contradict what was shown. What is later came in its ordinary time, which for a
/// reading is told by when it was received: what waited in the stream is not late.
///
/// @param byCause for what an observation made so, whatever else came with it
/// @param otherwise for all else
public record AmendmentWindow(Map<ObservationId, Instant> byCause, Instant otherwise) {
    /// Only time has passed.
    public static final AmendmentWindow NONE = new AmendmentWindow(Map.of(), Instant.MIN);

    /// What is seen at the bedside is charted a little later, every day: that amends nothing.
    private static final Duration CHARTING = Duration.ofMinutes(15);

    /// A correction takes a moment to arrive.
    private static final Duration LATENCY = Duration.ofSeconds(5);

    static AmendmentWindow of(List<Observation> fresh) {
        var byCause =
                fresh.stream().collect(Collectors.toMap(Observation::id, AmendmentWindow::charted, (one, _) -> one));
        return new AmendmentWindow(
                byCause, byCause.values().stream().min(Instant::compareTo).orElse(Instant.MIN));
    }

    private static Instant charted(Observation observation) {
        return observation.receivedAt().minus(observation.content() instanceof Attribution ? LATENCY : CHARTING);
    }

    /// The same with what sets right what was known.
    AmendmentWindow correctedAt(Instant at) {
        return new AmendmentWindow(byCause, at.minus(LATENCY));
    }

    Instant of(Optional<ObservationId> cause) {
        return cause.flatMap(id -> Optional.ofNullable(byCause.get(id))).orElse(otherwise);
    }
}
