package health.vigil.intake.unit;

import health.vigil.json.Decimals;
import java.math.BigDecimal;

/// Converts one unit to another by `(value + offset) * numerator / denominator`. It is a fraction, so it is exact.
record Conversion(BigDecimal offset, BigDecimal numerator, BigDecimal denominator) {
    static final Conversion NONE = ratio("1", "1");

    static Conversion ratio(String numerator, String denominator) {
        return shifted("0", numerator, denominator);
    }

    static Conversion shifted(String offset, String numerator, String denominator) {
        return new Conversion(new BigDecimal(offset), new BigDecimal(numerator), new BigDecimal(denominator));
    }

    /// This conversion divided by another one, for quotients of units.
    Conversion per(Conversion other) {
        return new Conversion(
                BigDecimal.ZERO, numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// Exact, or rounded so that no comparison with a limit changes: see {@link Decimals#fraction}.
    BigDecimal apply(BigDecimal value) {
        return Decimals.fraction(value.add(offset).multiply(numerator), denominator);
    }
}
