package health.vigil.journey;

import java.util.List;
import java.util.Optional;

/// What closes a journey.
///
/// @param day100 the answer on day 100
public record JourneyClosing(Optional<String> day100, List<String> registryIds) {
    public static final JourneyClosing NONE = new JourneyClosing(Optional.empty(), List.of());

    public JourneyClosing {
        registryIds = List.copyOf(registryIds);
    }
}
