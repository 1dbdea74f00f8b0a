package health.vigil.api.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings of acknowledgements.
@ConfigMapping(prefix = "vigil.acknowledgement")
interface AnswerSettings {
    /// How long an acknowledgement lasts. If the condition still holds then, the alert is open again.
    @WithDefault("4H")
    Duration lasts();
}
