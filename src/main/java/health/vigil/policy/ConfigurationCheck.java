package health.vigil.policy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.function.Supplier;

/// What a hospital sets has to be possible. If it is not, nothing else begins, and one sentence says why.
final class ConfigurationCheck {
    /// Among the beans of the start: before any that works by these settings.
    static final int FIRST = 1;

    private ConfigurationCheck() {}

    /// @param where the settings stand
    static <T> T under(String where, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException impossible) {
            // Without a cause: Quarkus tells this one alone, and not where in the code it was found.
            throw new ConfigurationException(
                    "Vigil does not start. " + impossible.getMessage() + ". It is set under " + where + ".");
        }
    }
}
