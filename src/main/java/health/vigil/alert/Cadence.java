package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How often something is done, in phases one after another. What falls due in a phase is due: that the next phase asks
/// less often does not excuse it.
///
/// @param then after the last phase
record Cadence(List<Phase> phases, Duration then) {
    /// @param until its last instant
    record Phase(Duration interval, Instant until) {
        boolean holds(Instant due) {
            return !due.isAfter(until);
        }
    }

    static Cadence steady(Duration interval) {
        return new Cadence(List.of(), interval);
    }

    Instant next(Instant last) {
        return phases.stream()
                .filter(phase -> phase.holds(last.plus(phase.interval())))
                .map(phase -> last.plus(phase.interval()))
                .findFirst()
                .orElseGet(() -> last.plus(then));
    }
}
