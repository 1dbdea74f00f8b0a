package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One infused bag.
///
/// @param volume mL
/// @param cells 10*6
public record InfusedBag(
        String bagId,
        Optional<Instant> thawedAt,
        Instant startedAt,
        Optional<Instant> stoppedAt,
        Optional<BigDecimal> volume,
        Optional<BigDecimal> cells) {}
