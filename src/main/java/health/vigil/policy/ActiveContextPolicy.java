package health.vigil.policy;

import health.vigil.context.ContextPolicy;
import health.vigil.context.EarliestDischarge;
import health.vigil.context.RegistryDay;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Builds the hospital's choices about items beside the grades from their settings.
final class ActiveContextPolicy {
    @Produces
    @Singleton
    @Startup(ConfigurationCheck.FIRST)
    ContextPolicy context(ContextSettings settings) {
        return ConfigurationCheck.under(
                "vigil.context",
                () -> new ContextPolicy(
                        settings.place(),
                        settings.hscore(),
                        settings.registryDays().stream().map(RegistryDay::of).toList(),
                        EarliestDischarge.of(settings.earliestDischarge(), settings.earliestDischargeOf())));
    }
}
