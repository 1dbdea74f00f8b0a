package health.vigil.ingest.fhir;

import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How FHIR is taken.
@ConfigMapping(prefix = "vigil.fhir")
public interface FhirIntakeSettings {
    /// The system of the identifiers whose values are our patient ids. Default: `urn:vigil:patient`, but not if
    /// the roles have processes of their own.
    Optional<String> patientSystem();

    /// The base addresses of servers whose patients have our ids.
    Optional<Set<String>> patientBases();

    /// The system of the identifiers whose values are our device ids.
    Optional<String> deviceSystem();

    /// The most entries of a Bundle.
    @WithDefault("10000")
    int maxEntries();

    /// The largest resource.
    @WithDefault("256K")
    MemorySize maxResource();

    /// The largest Bundle; `quarkus.http.limits.max-body-size` must allow it.
    @WithDefault("16M")
    MemorySize maxBundle();

    /// What is usual for a sender, by its username.
    Map<String, FhirSenderSettings> senders();

    /// What is usual for a sender. Nothing of it is guessed.
    interface FhirSenderSettings {
        /// The reason for oxygen if none is said.
        Optional<OxygenReason> oxygenReason();

        /// The device of a flow if none is said.
        Optional<OxygenDevice> oxygenDevice();

        /// A file of further codes.
        Optional<Path> codes();
    }
}
