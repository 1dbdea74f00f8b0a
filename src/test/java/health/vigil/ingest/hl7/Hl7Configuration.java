package health.vigil.ingest.hl7;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Settings of senders in tests.
final class Hl7Configuration {
    private Hl7Configuration() {}

    /// @param settings names below `vigil.hl7.`, and their values
    static Hl7Settings of(Map<String, String> settings) {
        var full = new HashMap<String, String>();
        settings.forEach((name, value) -> full.put("vigil.hl7." + name, value));
        return new SmallRyeConfigBuilder()
                .withMapping(Hl7Settings.class)
                .withSources(new PropertiesConfigSource(full, "test", 100))
                .build()
                .getConfigMapping(Hl7Settings.class);
    }

    static Hl7Senders senders(boolean tls, Map<String, String> settings) {
        return new ConfiguredSenders(of(settings), tls, Optional.empty()).read();
    }

    /// Senders without TLS that connect from this machine.
    static Hl7Senders local(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("plain", "true");
        return senders(false, all);
    }

    /// A laboratory on this machine.
    static Hl7Senders laboratory() {
        return local(Map.of("senders.lab.addresses", "127.0.0.1/8", "senders.lab.patient-authority", "HOSP"));
    }
}
