package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// The hospital's own protocol.
@ConfigMapping(prefix = "vigil.protocol")
public interface ProtocolSettings {
    /// The file with its rows. Absent: nothing of a protocol is shown.
    Optional<Path> file();
}
