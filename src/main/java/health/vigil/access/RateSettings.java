package health.vigil.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Requests of one account. A gateway of a whole hospital is one account too.
@ConfigMapping(prefix = "vigil.rate")
interface RateSettings {
    @WithDefault("10000")
    long perSecond();

    @WithDefault("20000")
    long atOnce();

    /// Requests, and observations, of the credential of one device. A monitor tells its vital signs once a second.
    @WithDefault("100")
    long devicePerSecond();

    /// Observations that a device may send at once when it was cut off for some hours.
    @WithDefault("20000")
    long deviceAtOnce();
}
