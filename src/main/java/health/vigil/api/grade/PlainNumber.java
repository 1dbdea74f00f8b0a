package health.vigil.api.grade;

import java.math.BigDecimal;

/// A number as JSON shows it: 74.5, not 74.500, and 100, not 1E+2.
final class PlainNumber {
    private PlainNumber() {}

    static BigDecimal of(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
