package health.vigil.hl7;

import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Numbers that monitors send instead of a reading: the ends of integer ranges, and negative numbers of signs that
/// cannot be negative.
final class NoReading {
    private static final Set<BigDecimal> MARKS = numbers(
            "8388607",
            "8388606",
            "8388608",
            "-8388608",
            "-8388607",
            "2147483647",
            "-2147483648",
            "2047",
            "2046",
            "-2048",
            "32767",
            "32766",
            "-100",
            "-1000",
            "-10000");
    private static final BigDecimal MINUS_ONE = BigDecimal.valueOf(-1);

    private NoReading() {}

    private static Set<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a number is such a mark.
    static boolean mark(VitalSign sign, BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return MARKS.stream().anyMatch(mark -> mark.compareTo(plain) == 0)
                || (plain.compareTo(MINUS_ONE) == 0 && sign != VitalSign.TEMPERATURE);
    }
}
