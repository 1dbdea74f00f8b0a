package health.vigil.grading;

import java.math.BigDecimal;
import java.util.Optional;

/// The number that was judged, and the numbers that it was compared with. The sentence contains all of them.
///
/// @param unit UCUM; absent for a score
/// @param limit the limit of the rule; absent if the rule has none
/// @param baseline the patient's own value, if it decided
public record JudgedValue(
        BigDecimal value, Optional<String> unit, Optional<BigDecimal> limit, Optional<BigDecimal> baseline) {
    static JudgedValue of(BigDecimal value, String unit) {
        return new JudgedValue(value, Optional.of(unit), Optional.empty(), Optional.empty());
    }

    static JudgedValue score(int total) {
        return new JudgedValue(BigDecimal.valueOf(total), Optional.empty(), Optional.empty(), Optional.empty());
    }

    JudgedValue against(BigDecimal number) {
        return new JudgedValue(value, unit, Optional.of(number), baseline);
    }

    JudgedValue beside(Optional<BigDecimal> own) {
        return new JudgedValue(value, unit, limit, own);
    }
}
