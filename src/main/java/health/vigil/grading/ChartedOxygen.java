package health.vigil.grading;

import health.vigil.observation.OxygenTherapy;
import java.time.Instant;

/// Oxygen, ventilation or room air as charted last.
public record ChartedOxygen(Instant at, OxygenTherapy therapy) {}
