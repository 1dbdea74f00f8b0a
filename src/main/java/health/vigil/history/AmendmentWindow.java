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

/// The latest time at which a change still counts as an amendment. Later changes are normal charting. For
/// readings the time of receipt decides, so that a delay of the stream makes nothing late.
///
/// @param byCause the limit for changes that an observation causes
/// @param otherwise the limit for all other changes
public record AmendmentWindow(Map<ObservationId, Instant> byCause, Instant otherwise) {
    /// No change is an amendment, because only time has passed.
    public static final AmendmentWindow NONE = new AmendmentWindow(Map.of(), Instant.MIN);

    /// Bedside observations are routinely charted a few minutes later; that amends nothing.
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

    /// The same window with a limit for corrections.
    AmendmentWindow correctedAt(Instant at) {
        return new AmendmentWindow(byCause, at.minus(LATENCY));
    }

    Instant of(Optional<ObservationId> cause) {
        return cause.flatMap(id -> Optional.ofNullable(byCause.get(id))).orElse(otherwise);
    }
}
