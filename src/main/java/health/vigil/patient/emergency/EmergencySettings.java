package health.vigil.patient.emergency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings of emergency access.
@ConfigMapping(prefix = "vigil.emergency-access")
interface EmergencySettings {
    /// How long the patient's record stays open to a user who gave a reason.
    @WithDefault("PT1H")
    Duration lasts();
}
