package health.vigil.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/// Settings of the hospital.
@ConfigMapping(prefix = "vigil.hospital")
public interface HospitalSettings {
    /// The time zone for days since the infusion and for ages.
    @WithDefault("UTC")
    ZoneId timeZone();
}
