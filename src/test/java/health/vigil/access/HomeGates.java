package health.vigil.access;

import java.util.Optional;

/// Gates for tests.
public final class HomeGates {
    private HomeGates() {}

    public static HomeGate enabled(boolean enabled) {
        return new HomeGate(settings(enabled, Optional.empty()));
    }

    /// The settings with a ward of the outpatient coordinators.
    public static OutpatientSettings ward(String ward) {
        return settings(true, Optional.of(ward));
    }

    private static OutpatientSettings settings(boolean enabled, Optional<String> ward) {
        return new OutpatientSettings() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public Optional<String> ward() {
                return ward;
            }
        };
    }
}
