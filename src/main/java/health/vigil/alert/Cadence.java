package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Check intervals in successive phases. A check that fell due in a phase stays due when the next phase has a
/// longer interval.
///
/// @param then the interval after the last phase
record Cadence(List<CadencePhase> phases, Duration then) {
    /// @param until its last instant
    record CadencePhase(Duration interval, Instant until) {
        boolean covers(Instant due) {
            return !due.isAfter(until);
        }
    }

    static Cadence steady(Duration interval) {
        return new Cadence(List.of(), interval);
    }

    Instant next(Instant last) {
        return phases.stream()
                .filter(phase -> phase.covers(last.plus(phase.interval())))
                .map(phase -> last.plus(phase.interval()))
                .findFirst()
                .orElseGet(() -> last.plus(then));
    }
}
