package health.vigil.patient.journey;

import health.vigil.journey.ReadinessOverride;
import java.time.Instant;

/// A physician's decision to go on although an item of the readiness list was not met.
record OverrideView(String target, String reason, Instant at, String by) {
    static OverrideView of(ReadinessOverride override) {
        return new OverrideView(
                override.target(),
                override.reason(),
                override.stamp().at(),
                override.stamp().by());
    }
}
