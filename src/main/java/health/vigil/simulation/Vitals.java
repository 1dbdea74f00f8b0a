package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;

/// The values of a bedside monitor at one time, in Cel, /min, /min, mm[Hg], mm[Hg], %.
record Vitals(
        double temperature, double heartRate, double respiratoryRate, double systolic, double diastolic, double spo2) {
    /// The values at a share of the way to other values.
    Vitals towards(Vitals other, double share) {
        return new Vitals(
                mix(temperature, other.temperature, share),
                mix(heartRate, other.heartRate, share),
                mix(respiratoryRate, other.respiratoryRate, share),
                mix(systolic, other.systolic, share),
                mix(diastolic, other.diastolic, share),
                mix(spo2, other.spo2, share));
    }

    /// The values with noise, because real readings always differ.
    Vitals read(RandomGenerator noise) {
        return new Vitals(
                temperature + spread(noise, 0.1),
                heartRate + spread(noise, 4),
                respiratoryRate + spread(noise, 1.5),
                systolic + spread(noise, 3),
                diastolic + spread(noise, 2),
                Math.min(100, spo2 + spread(noise, 0.6)));
    }

    /// The fields of a `vital-signs` observation.
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "vital-signs")
                .put("temperature", round(temperature, 1))
                .put("heartRate", round(heartRate, 0))
                .put("respiratoryRate", round(respiratoryRate, 0))
                .put("systolic", round(systolic, 0))
                .put("diastolic", round(diastolic, 0))
                .put("meanArterialPressure", round(diastolic + (systolic - diastolic) / 3, 0))
                .put("spo2", round(spo2, 0));
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static double spread(RandomGenerator noise, double width) {
        return noise.nextDouble(-width, width);
    }

    private static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
