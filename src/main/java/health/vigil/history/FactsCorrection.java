package health.vigil.history;

import health.vigil.grading.BirthDate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A correction of the admission facts. Absent fields stay as they were.
///
/// @param weight kg
public record FactsCorrection(
        Optional<String> name,
        Optional<BirthDate> birthDate,
        Optional<String> sex,
        Optional<BigDecimal> weight,
        Optional<String> product,
        Optional<Instant> infusedAt) {
    public static final FactsCorrection NONE = new FactsCorrection(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean corrects() {
        return !equals(NONE);
    }
}
