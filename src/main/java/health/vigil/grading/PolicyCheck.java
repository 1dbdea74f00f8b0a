package health.vigil.grading;

import java.math.BigDecimal;
import java.time.Duration;

/// Refuses impossible numbers.
final class PolicyCheck {
    private static final Duration LONGEST = Duration.ofDays(14);

    private PolicyCheck() {}

    /// The number in its shortest form, if it lies in a range.
    static BigDecimal within(String name, BigDecimal value, int lowest, int highest) {
        require(
                value.compareTo(BigDecimal.valueOf(lowest)) >= 0 && value.compareTo(BigDecimal.valueOf(highest)) <= 0,
                "the " + name + " is " + value.toPlainString() + ", outside " + lowest + " to " + highest);
        return new BigDecimal(Sentence.number(value));
    }

    static void window(String name, Duration window) {
        require(
                window.isPositive() && window.compareTo(LONGEST) <= 0,
                "the " + name + " is " + window + ", but must be above 0 and at most 14 days");
    }

    static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new IllegalArgumentException("Impossible policy: " + otherwise);
        }
    }
}
