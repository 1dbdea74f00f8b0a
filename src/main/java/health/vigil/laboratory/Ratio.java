package health.vigil.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact fraction, so that comparisons do not depend on rounding.
///
/// @param denominator above 0
public record Ratio(BigDecimal numerator, BigDecimal denominator) implements Comparable<Ratio> {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    public Ratio {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("A denominator is above 0");
        }
    }

    public static Ratio of(BigDecimal value) {
        return new Ratio(value, BigDecimal.ONE);
    }

    public static Ratio of(String value) {
        return of(new BigDecimal(value));
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Ratio times(String factor) {
        return times(of(factor));
    }

    /// This divided by another.
    ///
    /// @param other above 0
    public Ratio over(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// The point after `steps` of `all` equal steps on the way to another value.
    public Ratio toward(Ratio other, int steps, int all) {
        var from = numerator.multiply(other.denominator).multiply(BigDecimal.valueOf(all - steps));
        var to = other.numerator.multiply(denominator).multiply(BigDecimal.valueOf(steps));
        return new Ratio(from.add(to), denominator.multiply(other.denominator).multiply(BigDecimal.valueOf(all)));
    }

    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// Rounds to a multiple of ten, halves to even.
    public Ratio toTens() {
        var tens = numerator.divide(denominator.multiply(BigDecimal.TEN), 0, RoundingMode.HALF_EVEN);
        return of(tens.multiply(BigDecimal.TEN));
    }

    /// Rounds to three significant digits.
    public BigDecimal rounded() {
        var rounded = numerator.divide(denominator, THREE_DIGITS);
        return plain(rounded.setScale(Math.max(0, 3 - rounded.precision() + rounded.scale()), RoundingMode.HALF_UP));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
    }

    public double approximately() {
        return numerator.divide(denominator, MathContext.DECIMAL64).doubleValue();
    }
}
