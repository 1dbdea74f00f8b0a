package health.vigil.journey;

import java.time.Duration;
import java.util.Optional;

/// The hospital's limits for a product.
///
/// @param product its name; absent: every product that has no limits of its own
/// @param thawToStart the longest time from the thaw of a bag to the start of its infusion
/// @param leastDays the least days from the end of lymphodepletion to the infusion
/// @param mostDays the most days
public record ProductLimits(
        Optional<String> product, Duration thawToStart, int leastDays, int mostDays, Optional<DoseRange> dose) {
    public static final ProductLimits DEFAULT =
            new ProductLimits(Optional.empty(), Duration.ofMinutes(90), 2, 14, Optional.empty());

    public ProductLimits {
        if (leastDays > mostDays) {
            throw new IllegalArgumentException("The least days must not be above the most");
        }
    }
}
