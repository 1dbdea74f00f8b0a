package health.vigil.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits for one account. The gateway of a whole hospital is one account too.
@ConfigMapping(prefix = "vigil.rate")
interface RateSettings {
    @WithDefault("10000")
    long perSecond();

    @WithDefault("20000")
    long atOnce();

    /// Requests per second, and observations per second, of a device's credential. A monitor sends vital
    /// signs once a second.
    @WithDefault("100")
    long devicePerSecond();

    /// How many observations a device may send at once after some hours offline.
    @WithDefault("20000")
    long deviceAtOnce();
}
