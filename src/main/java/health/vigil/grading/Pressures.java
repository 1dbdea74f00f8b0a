package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// What is still seen of the blood pressure.
///
/// @param newest the newest reading
/// @param lowBefore when a pressure was last hypotensive before the newest
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
