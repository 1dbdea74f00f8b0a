package health.vigil.alert;

import java.math.BigDecimal;

/// The largest single dose by weight. Source: the label of tocilizumab.
///
/// @param milligramsPerKilogram from `lightUnderKilograms` on
/// @param milligramsPerKilogramLight below `lightUnderKilograms`
/// @param lightUnderKilograms the border between both, in kg
/// @param tolerancePercent allowance for rounding to whole vials
public record PerWeight(
        BigDecimal milligramsPerKilogram,
        BigDecimal milligramsPerKilogramLight,
        BigDecimal lightUnderKilograms,
        BigDecimal tolerancePercent) {
    public static final PerWeight DEFAULT = new PerWeight(
            BigDecimal.valueOf(8), BigDecimal.valueOf(12), BigDecimal.valueOf(30), BigDecimal.valueOf(10));

    public PerWeight {
        if (milligramsPerKilogram.signum() <= 0
                || milligramsPerKilogramLight.signum() <= 0
                || lightUnderKilograms.signum() < 0
                || tolerancePercent.signum() < 0) {
            throw new IllegalArgumentException("Invalid dose by weight: " + milligramsPerKilogram + " mg/kg, "
                    + milligramsPerKilogramLight + " mg/kg under " + lightUnderKilograms + " kg, and "
                    + tolerancePercent + " % more");
        }
    }

    BigDecimal perKilogram(BigDecimal weight) {
        return weight.compareTo(lightUnderKilograms) < 0 ? milligramsPerKilogramLight : milligramsPerKilogram;
    }

    BigDecimal milligrams(BigDecimal weight) {
        return weight.multiply(perKilogram(weight));
    }

    BigDecimal withTolerance(BigDecimal limit) {
        return limit.add(limit.multiply(tolerancePercent).movePointLeft(2));
    }
}
