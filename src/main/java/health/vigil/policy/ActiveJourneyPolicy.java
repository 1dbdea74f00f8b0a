package health.vigil.policy;

import health.vigil.journey.JourneyPolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Reads the hospital's readiness list. A file with a fault stops the start.
final class ActiveJourneyPolicy {
    @Produces
    @Singleton
    @Startup(ConfigurationCheck.FIRST)
    JourneyPolicy journeyPolicy(JourneySettings settings) {
        return ConfigurationCheck.under(
                "vigil.journey", () -> settings.file().map(JourneyFile::read).orElse(JourneyPolicy.DEFAULT));
    }
}
