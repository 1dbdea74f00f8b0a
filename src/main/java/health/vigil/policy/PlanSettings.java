package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often a patient is checked after the infusion.
@ConfigMapping(prefix = "vigil.plan")
public interface PlanSettings {
    /// Vital signs without CRS.
    @WithDefault("4H")
    Duration vitalSigns();

    /// Vital signs at CRS 1 and above.
    @WithDefault("2H")
    Duration vitalSignsInCrs();

    /// ICE or CAPD without CRS and ICANS.
    @WithDefault("12H")
    Duration neuroChecks();

    /// ICE or CAPD with any CRS or at ICANS 1.
    @WithDefault("8H")
    Duration neuroChecksEarly();

    /// ICE or CAPD at ICANS 2 and above.
    @WithDefault("4H")
    Duration neuroChecksSevere();

    /// Results of the laboratory.
    @WithDefault("24H")
    Duration labs();

    /// How long after it was due a check alarms; the board shows it overdue at once.
    @WithDefault("0S")
    Duration grace();
}
