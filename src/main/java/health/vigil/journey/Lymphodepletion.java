package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;

/// The treatment that makes room for the product.
///
/// @param from the first dose
/// @param to the end of the last dose
public record Lymphodepletion(
        Optional<String> regimen,
        Optional<DailyDose> fludarabine,
        Optional<DailyDose> cyclophosphamide,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> renalAdjustment,
        Optional<String> deviations) {
    public static final Lymphodepletion NONE = new Lymphodepletion(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
