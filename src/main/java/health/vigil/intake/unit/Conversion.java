package health.vigil.intake.unit;

import health.vigil.json.Numbers;
import java.math.BigDecimal;

/// From one unit to another: `(value + offset) * numerator / denominator`, as a fraction, so that nothing is lost.
record Conversion(BigDecimal offset, BigDecimal numerator, BigDecimal denominator) {
    static final Conversion NONE = ratio("1", "1");

    static Conversion ratio(String numerator, String denominator) {
        return shifted("0", numerator, denominator);
    }

    static Conversion shifted(String offset, String numerator, String denominator) {
        return new Conversion(new BigDecimal(offset), new BigDecimal(numerator), new BigDecimal(denominator));
    }

    /// This one after another of the same kind of factor, divided by it.
    Conversion per(Conversion other) {
        return new Conversion(
                BigDecimal.ZERO, numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// Exact, or rounded so that no comparison with a limit changes: see {@link Numbers#fraction}.
    BigDecimal apply(BigDecimal value) {
        return Numbers.fraction(value.add(offset).multiply(numerator), denominator);
    }
}
