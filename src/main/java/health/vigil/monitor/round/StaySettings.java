package health.vigil.monitor.round;

import health.vigil.observation.Word;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the monitor does with reported stays.
@ConfigMapping(prefix = "vigil.exchange")
public interface StaySettings {
    /// What the end of a stay does to an active episode.
    @WithDefault("alert")
    DischargeMode discharge();

    enum DischargeMode implements Word {
        /// A person is alerted, and discharges the patient.
        ALERT,
        /// The episode ends.
        APPLY
    }
}
