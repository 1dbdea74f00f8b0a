package health.vigil.policy;

import health.vigil.grading.Policy;
import health.vigil.grading.PressureLimits;
import health.vigil.grading.SaturationLimits;
import health.vigil.grading.SystolicLimit;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Builds the policy from its settings. Invalid settings stop the start.
final class ActivePolicy {
    @Produces
    @Singleton
    @Startup(ConfigurationCheck.FIRST)
    Policy policy(PolicySettings settings) {
        var policy = ConfigurationCheck.under("vigil.policy", () -> of(settings, Policy.DEFAULT.version()));
        return policy.equals(Policy.DEFAULT) ? policy : of(settings, PolicyVersion.of(policy));
    }

    private static Policy of(PolicySettings settings, String version) {
        return new Policy(
                version,
                settings.feverThreshold(),
                settings.feverWindow(),
                settings.bloodPressureWindow(),
                settings.spo2Window(),
                settings.fluidBolusWindow(),
                settings.antipyreticWindow(),
                settings.vasopressorOverlap(),
                settings.crsResolution(),
                settings.crsResolutionTreated(),
                settings.attributionLimit(),
                settings.supportConfirmation(),
                settings.repeatInterval(),
                settings.temperatureStaleness(),
                settings.neuroCheckWindow(),
                settings.seizureWindow(),
                new SaturationLimits(settings.spo2Limit(), settings.spo2LowBaseline(), settings.spo2Drop()),
                pressure(settings));
    }

    private static PressureLimits pressure(PolicySettings settings) {
        return new PressureLimits(
                settings.absoluteSystolicLimit(),
                settings.absoluteMapLimit(),
                settings.absoluteChildMargin(),
                settings.ownBaselinePercent(),
                new SystolicLimit(
                        settings.systolicLimitInfant(),
                        settings.systolicLimitChildBase(),
                        settings.systolicLimitChildPerYear(),
                        settings.systolicLimitAdult()),
                settings.adultMapLimit(),
                settings.relativeSystolicPercent(),
                settings.relativeSystolicLimit());
    }
}
