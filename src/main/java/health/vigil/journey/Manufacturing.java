package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;

/// The manufacture of the product.
///
/// @param remanufactureOf the chain of identity of the product that this one replaces
public record Manufacturing(
        Optional<Instant> startedAt,
        Optional<Instant> expectedReleaseAt,
        Optional<Instant> releaseAt,
        Optional<ManufacturingOutcome> outcome,
        Optional<String> remanufactureOf) {
    public static final Manufacturing NONE =
            new Manufacturing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
