package health.vigil.patient.journey;

import health.vigil.journey.CheckOverride;
import java.time.Instant;

/// A physician's decision to go on although a check or an item was open.
record OverrideView(String target, String reason, Instant at, String by) {
    static OverrideView of(CheckOverride override) {
        return new OverrideView(
                override.target(),
                override.reason(),
                override.stamp().at(),
                override.stamp().by());
    }
}
