package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// A monitor's readings at 1 Hz, all vital signs in each: a fever that comes and goes, a pressure near its limit,
/// an artefact now and then.
final class Readings {
    private static final PatientId PATIENT = new PatientId("p-1");
    private static final int ARTEFACT_EVERY = 997;

    private Readings() {}

    static List<Observation> everySecond(int first, int count) {
        var readings = new ArrayList<Observation>(count);
        for (int second = first; second < first + count; second++) {
            readings.add(reading(second));
        }
        return readings;
    }

    static Observation reading(int second) {
        var at = Story.INFUSION.plusSeconds(second + 1L);
        return new Observation(ObservationIds.of("r-" + second), PATIENT, at, at, signs(second));
    }

    private static VitalSigns signs(int second) {
        var values = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        values.put(VitalSign.TEMPERATURE, tenths(366 + wave(second, 40_000, 30)));
        values.put(VitalSign.HEART_RATE, BigDecimal.valueOf(80 + wave(second, 600, 40)));
        values.put(VitalSign.RESPIRATORY_RATE, BigDecimal.valueOf(14 + wave(second, 300, 10)));
        values.put(
                VitalSign.SYSTOLIC, BigDecimal.valueOf(second % ARTEFACT_EVERY == 0 ? 8 : 86 + wave(second, 900, 40)));
        values.put(VitalSign.DIASTOLIC, BigDecimal.valueOf(50 + wave(second, 900, 20)));
        values.put(VitalSign.MEAN_ARTERIAL_PRESSURE, BigDecimal.valueOf(62 + wave(second, 900, 25)));
        values.put(VitalSign.SPO2, BigDecimal.valueOf(88 + wave(second, 1200, 11)));
        return new VitalSigns(values, Optional.empty());
    }

    private static BigDecimal tenths(long value) {
        return BigDecimal.valueOf(value, 1);
    }

    /// Rises from 0 to `height` and falls again, once in a period.
    private static long wave(int second, int period, int height) {
        int phase = second % period;
        int rising = Math.min(phase, period - phase);
        return (long) rising * 2 * height / period;
    }
}
