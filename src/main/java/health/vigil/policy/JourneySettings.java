package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// The hospital's readiness list and limits before the infusion.
@ConfigMapping(prefix = "vigil.journey")
public interface JourneySettings {
    /// The file with the list and the limits. Absent: the default.
    Optional<Path> file();
}
