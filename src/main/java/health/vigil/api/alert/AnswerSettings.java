package health.vigil.api.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What an acknowledgement is worth.
@ConfigMapping(prefix = "vigil.acknowledgement")
interface AnswerSettings {
    /// How long it holds while the condition stands; after that the alert is open again.
    @WithDefault("4H")
    Duration lasts();
}
