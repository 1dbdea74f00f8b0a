package health.vigil.pages;

import java.util.Map;

/// Vital signs of a CRS that rises over four days.
final class DemoVitals {
    private DemoVitals() {}

    static Map<String, Object> climbing(int hours) {
        var illness = 1 / (1 + Math.exp(-(hours - 55) / 9.0));
        var wave = Math.sin(hours / 3.0);
        return Map.of(
                "temperature", rounded(36.7 + 2.6 * illness + 0.35 * wave),
                "heartRate", rounded(78 + 42 * illness + 4 * wave),
                "systolic", rounded(124 - 36 * illness + 3 * wave),
                "diastolic", rounded(76 - 24 * illness),
                "meanArterialPressure", rounded(92 - 26 * illness),
                "respiratoryRate", rounded(15 + 10 * illness + wave),
                "spo2", rounded(97 - 5 * illness + 0.6 * wave));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
