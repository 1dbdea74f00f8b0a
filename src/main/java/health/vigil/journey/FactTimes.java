package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;

/// When some facts were last recorded.
///
/// @param product the identity or the manufacture of the product
/// @param deviation the product's deviation from its specification
public record FactTimes(Optional<Instant> product, Optional<Instant> deviation) {
    public static final FactTimes NONE = new FactTimes(Optional.empty(), Optional.empty());
}
