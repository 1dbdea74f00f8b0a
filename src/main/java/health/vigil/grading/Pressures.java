package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// The state of the blood pressure.
///
/// @param newest the newest reading
/// @param lowBefore the time of the last hypotensive reading before the newest one
record Pressures(Optional<PressureReading> newest, Optional<Instant> lowBefore) {
    static final Pressures NONE = new Pressures(Optional.empty(), Optional.empty());

    Pressures with(PressureReading reading) {
        var before = newest.filter(
                old -> old.at().isBefore(reading.at()) && old.verdict().hypotensive());
        return new Pressures(
                PressureReading.newest(newest, reading),
                before.map(PressureReading::at).or(() -> lowBefore));
    }
}
