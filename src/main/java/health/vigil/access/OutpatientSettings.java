package health.vigil.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// The settings of watching at home.
@ConfigMapping(prefix = "vigil.outpatient")
public interface OutpatientSettings {
    /// Whether patients are watched at home. It must be off while a process of an earlier release may run.
    @WithDefault("false")
    boolean enabled();

    /// The ward of the outpatient coordinators. A patient who goes home is moved there, so it gets the alerts,
    /// unless the request names another ward. Without it, the request must name one.
    Optional<String> ward();
}
