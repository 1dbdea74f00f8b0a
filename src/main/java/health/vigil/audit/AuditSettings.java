package health.vigil.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What the audit trail keeps of what pages do by themselves.
@ConfigMapping(prefix = "vigil.audit")
interface AuditSettings {
    /// For how long a look of a session of the pages is not told again; `PT0S`: each is told.
    @WithDefault("PT1H")
    Duration sameLook();
}
