package health.vigil.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A patient's vital signs over time: linear between the given states, constant before the first and after
/// the last.
final class Trajectory {
    private static final double SECONDS_PER_HOUR = 3600;

    private final NavigableMap<Double, Vitals> states;

    private Trajectory(NavigableMap<Double, Vitals> states) {
        this.states = states;
    }

    static Trajectory steady(Vitals always) {
        return new Trajectory(new TreeMap<>(Map.of(0.0, always)));
    }

    Trajectory then(double hour, Vitals state) {
        var more = new TreeMap<>(states);
        more.put(hour, state);
        return new Trajectory(more);
    }

    Vitals at(Duration story) {
        var hour = story.toSeconds() / SECONDS_PER_HOUR;
        var before = Optional.ofNullable(states.floorEntry(hour)).orElseGet(states::firstEntry);
        var after = Optional.ofNullable(states.ceilingEntry(hour)).orElseGet(states::lastEntry);
        var span = after.getKey() - before.getKey();
        var share = span <= 0 ? 0 : (hour - before.getKey()) / span;
        return before.getValue().towards(after.getValue(), share);
    }
}
