package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;

/// The treatment between collection and infusion.
///
/// @param none there is none
public record Bridging(
        boolean none,
        Optional<String> regimen,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> response,
        Optional<Instant> lastDoseAt,
        Optional<Instant> steroidUntil) {}
