package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.PlausibleSigns;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;

/// Judges readings taken at home by the limits of the hospital's. Those that are not worse are kept apart.
record HomeRule(FeverRule fever, PressureRule pressure, HypoxiaRule hypoxia) {
    /// @param signs the plausible values of the observation
    HomeReadings read(HomeReadings home, Observation observation, PlausibleSigns signs) {
        var next = signs.value(VitalSign.TEMPERATURE)
                .map(value -> fever.readAtHome(home, reading(observation, value)))
                .orElse(home);
        next = pressure(next, observation, signs);
        var saturation = signs.value(VitalSign.SPO2);
        return saturation.isPresent() ? saturation(next, reading(observation, saturation.get())) : next;
    }

    private HomeReadings pressure(HomeReadings home, Observation observation, PlausibleSigns signs) {
        return pressure.read(observation, signs)
                .map(reading -> reading.verdict().hypotensive()
                        ? home.withLowPressure(reading)
                        : home.withNormal(reading.sign(), reading.reading()))
                .orElse(home);
    }

    private HomeReadings saturation(HomeReadings home, Reading reading) {
        return hypoxia.low(reading) ? home.withLowSpo2(reading) : home.withNormal(VitalSign.SPO2, reading);
    }

    private static Reading reading(Observation observation, BigDecimal value) {
        return new Reading(value, observation.effectiveAt(), observation.id());
    }
}
