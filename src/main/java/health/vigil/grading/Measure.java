package health.vigil.grading;

import java.math.BigDecimal;
import java.util.Optional;

/// The number that was judged, and the numbers that it was compared with. The sentence contains all of them.
///
/// @param unit UCUM; absent for a score
/// @param limit the limit of the rule; absent if the rule has none
/// @param baseline the patient's own value, if it decided
public record Measure(
        BigDecimal value, Optional<String> unit, Optional<BigDecimal> limit, Optional<BigDecimal> baseline) {
    static Measure of(BigDecimal value, String unit) {
        return new Measure(value, Optional.of(unit), Optional.empty(), Optional.empty());
    }

    static Measure score(int total) {
        return new Measure(BigDecimal.valueOf(total), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Measure against(BigDecimal number) {
        return new Measure(value, unit, Optional.of(number), baseline);
    }

    Measure beside(Optional<BigDecimal> own) {
        return new Measure(value, unit, limit, own);
    }
}
