package health.vigil.context;

import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import java.time.Instant;

/// An observation with its content.
record ChartEntry<C extends Content>(Observation observation, C content) {
    Instant at() {
        return observation.effectiveAt();
    }
}
