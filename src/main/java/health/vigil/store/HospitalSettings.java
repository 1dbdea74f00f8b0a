package health.vigil.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/// The house that the service watches in.
@ConfigMapping(prefix = "vigil.hospital")
public interface HospitalSettings {
    /// Days since the infusion and ages are counted in this time zone.
    @WithDefault("UTC")
    ZoneId timeZone();
}
