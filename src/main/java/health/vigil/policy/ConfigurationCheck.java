package health.vigil.policy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.function.Supplier;

/// Validates the hospital's settings at startup and fails with one clear sentence.
final class ConfigurationCheck {
    /// The priority of the startup observers that check: before all that use these settings.
    static final int FIRST = 1;

    private ConfigurationCheck() {}

    /// @param where the prefix of the settings
    static <T> T under(String where, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException impossible) {
            // Without a cause, so that Quarkus prints only this message and no stack trace.
            throw new ConfigurationException(
                    "Vigil does not start. " + impossible.getMessage() + ". Correct it under " + where + ".");
        }
    }
}
