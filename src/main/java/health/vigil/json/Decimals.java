package health.vigil.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// The limits of numbers, and their normal form.
public final class Decimals {
    public static final int SIGNIFICANT_DIGITS = 15;
    private static final int DIGITS_OF_A_DOUBLE = 17;
    private static final int INTEGER_DIGITS = 9;
    private static final int DECIMAL_PLACES = 40;
    private static final MathContext TRUNCATE = new MathContext(SIGNIFICANT_DIGITS, RoundingMode.DOWN);

    private Decimals() {}

    /// The violation of a number, if any.
    public static Optional<String> fault(BigDecimal number) {
        if (number.precision() > DIGITS_OF_A_DOUBLE) {
            return Optional.of("has more than 17 significant digits");
        }
        if (number.signum() != 0 && (long) number.precision() - number.scale() > INTEGER_DIGITS) {
            return Optional.of("has a magnitude of 1e9 or more");
        }
        return number.signum() != 0 && number.scale() > DECIMAL_PLACES
                ? Optional.of("has more than 40 decimal places")
                : Optional.empty();
    }

    /// The normal form of a number. A violation is noted at the location.
    public static Optional<BigDecimal> check(BigDecimal number, Location location) {
        return fault(number).map(location::<BigDecimal>refuse).orElseGet(() -> Optional.of(normalForm(number)));
    }

    /// The normal form of a number: without trailing zeros and exponent, so that equal numbers are equal objects
    /// and print alike. Numbers of 16 or 17 digits, from senders that compute with doubles, are rounded to 15.
    public static BigDecimal normalForm(BigDecimal number) {
        return number.precision() > SIGNIFICANT_DIGITS ? fraction(number, BigDecimal.ONE) : plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /// Divides to 15 significant digits. If the result is not exact, the 15th digit is rounded so that it
    /// never becomes 0 or 5, like "round 05 up" of the decimal arithmetic standard.
    ///
    /// So the result lies strictly between the same two numbers of 14 digits as the exact fraction, and every
    /// comparison with a limit of up to 14 digits is correct.
    public static BigDecimal fraction(BigDecimal numerator, BigDecimal denominator) {
        var truncated = numerator.divide(denominator, TRUNCATE);
        if (truncated.multiply(denominator).compareTo(numerator) == 0) {
            return plain(truncated);
        }
        return plain(endsInZeroOrFive(truncated) ? awayFromZero(truncated, numerator.signum()) : truncated);
    }

    private static boolean endsInZeroOrFive(BigDecimal truncated) {
        return lastPlace(truncated).remainder(BigDecimal.valueOf(5)).signum() == 0;
    }

    /// One unit in the 15th significant digit.
    private static BigDecimal lastPlace(BigDecimal truncated) {
        return truncated.movePointRight(places(truncated));
    }

    private static BigDecimal awayFromZero(BigDecimal truncated, int sign) {
        return truncated.add(BigDecimal.valueOf(sign).movePointLeft(places(truncated)));
    }

    private static int places(BigDecimal truncated) {
        return SIGNIFICANT_DIGITS - truncated.precision() + truncated.scale();
    }
}
