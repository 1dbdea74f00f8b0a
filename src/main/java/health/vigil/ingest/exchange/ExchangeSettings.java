package health.vigil.ingest.exchange;

import health.vigil.observation.Word;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is taken from other systems.
@ConfigMapping(prefix = "vigil.exchange")
public interface ExchangeSettings {
    /// Whose messages are kept: of patients who are watched, or of all.
    @WithDefault("watched")
    PatientFilter patients();

    /// The wards whose stays count as watched, beside the patients with an active episode.
    Optional<Set<String>> wards();

    /// A file of further codes, for all senders.
    Optional<Path> codes();

    /// The wards of the registration system's locations (PV1-3.1, `Location.identifier`), by location.
    Map<String, String> locations();

    /// Whether an infusion that another system reports admits the patient.
    @WithDefault("false")
    boolean infusionAdmits();

    /// By account: after which silence people are alarmed. Absent: 15 minutes for gateways of devices, never for
    /// others. 0: never.
    Map<String, Duration> silentAfter();

    enum PatientFilter implements Word {
        WATCHED,
        ALL
    }
}
