package health.vigil.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How page requests are audited.
@ConfigMapping(prefix = "vigil.audit")
interface AuditSettings {
    /// How long a repeated look of a page session is not recorded again. `PT0S` records each.
    @WithDefault("PT1H")
    Duration sameLook();
}
