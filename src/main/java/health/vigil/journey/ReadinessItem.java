package health.vigil.journey;

import java.time.Duration;
import java.util.Optional;

/// An item of the readiness list.
///
/// @param validFor how long an answer counts
/// @param least the least number that is enough
public record ReadinessItem(String id, String text, Optional<Duration> validFor, Optional<Integer> least) {
    /// Computed from J-1 to J-4 and J-9. It is the first item of every list.
    public static final ReadinessItem IDENTITY = plain("identity", "Identity of the product: J-1 to J-4 and J-9");

    static ReadinessItem plain(String id, String text) {
        return new ReadinessItem(id, text, Optional.empty(), Optional.empty());
    }

    static ReadinessItem within(int hours, String id, String text) {
        return new ReadinessItem(id, text, Optional.of(Duration.ofHours(hours)), Optional.empty());
    }

    public boolean computed() {
        return id.equals(IDENTITY.id);
    }
}
