package health.vigil.grading;

import health.vigil.observation.VitalSign;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The readings taken at home, apart from those of the hospital. The rules read only what makes a grade worse from
/// here, so a home reading cannot lower a grade or end a course.
///
/// @param fever the newest fever without another cause
/// @param attributedFever the newest fever with another cause
/// @param lowPressures the hypotensive readings
/// @param lowSpo2 the newest low SpO2
/// @param lowSpo2Before the time of the last low SpO2 before it
/// @param normal the newest reading of each sign that is not worse; it is shown and changes nothing
/// @param artefacts the newest implausible values
record HomeReadings(
        Optional<Reading> fever,
        Optional<Reading> attributedFever,
        Pressures lowPressures,
        Optional<Reading> lowSpo2,
        Optional<Instant> lowSpo2Before,
        Map<VitalSign, Reading> normal,
        Artefacts artefacts) {
    static final HomeReadings NONE = new HomeReadings(
            Optional.empty(),
            Optional.empty(),
            Pressures.NONE,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Artefacts.NONE);

    HomeReadings {
        normal = normal.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(normal));
    }

    HomeReadings withFever(Reading reading) {
        return new HomeReadings(
                Reading.newestHighest(fever, reading),
                attributedFever,
                lowPressures,
                lowSpo2,
                lowSpo2Before,
                normal,
                artefacts);
    }

    HomeReadings withAttributedFever(Reading reading) {
        return new HomeReadings(
                fever,
                Reading.newestHighest(attributedFever, reading),
                lowPressures,
                lowSpo2,
                lowSpo2Before,
                normal,
                artefacts);
    }

    HomeReadings withLowPressure(PressureReading reading) {
        return new HomeReadings(
                fever, attributedFever, lowPressures.with(reading), lowSpo2, lowSpo2Before, normal, artefacts);
    }

    HomeReadings withLowSpo2(Reading reading) {
        var before = lowSpo2.map(Reading::at).filter(old -> old.isBefore(reading.at()));
        return new HomeReadings(
                fever,
                attributedFever,
                lowPressures,
                Reading.newestLowest(lowSpo2, reading),
                before.or(() -> lowSpo2Before),
                normal,
                artefacts);
    }

    HomeReadings withNormal(VitalSign sign, Reading reading) {
        var next = new EnumMap<VitalSign, Reading>(VitalSign.class);
        next.putAll(normal);
        next.merge(
                sign,
                reading,
                (kept, read) -> Reading.newestHighest(Optional.of(kept), read).orElse(read));
        return new HomeReadings(fever, attributedFever, lowPressures, lowSpo2, lowSpo2Before, next, artefacts);
    }

    HomeReadings with(Artefacts next) {
        return new HomeReadings(fever, attributedFever, lowPressures, lowSpo2, lowSpo2Before, normal, next);
    }

    /// The newest hypotensive reading, unless the hospital read a pressure after it.
    Optional<PressureReading> lowPressure(Optional<PressureReading> hospital) {
        var newest = lowPressures.newest();
        return newest.isPresent()
                        && isAfter(
                                hospital.map(PressureReading::at), newest.get().at())
                ? Optional.empty()
                : newest;
    }

    /// The newest low SpO2, unless the hospital read one after it.
    Optional<Reading> lowSpo2(Optional<Reading> hospital) {
        return lowSpo2.isPresent()
                        && isAfter(hospital.map(Reading::at), lowSpo2.get().at())
                ? Optional.empty()
                : lowSpo2;
    }

    private static boolean isAfter(Optional<Instant> hospital, Instant home) {
        return hospital.isPresent() && hospital.get().isAfter(home);
    }
}
