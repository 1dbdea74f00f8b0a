package health.vigil.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/// Which web applications may ask for FHIR from a browser.
@ConfigMapping(prefix = "vigil.fhir")
interface FhirOriginSettings {
    /// The origins of these applications, such as `https://app.example`. Default: none.
    Optional<Set<String>> corsOrigins();
}
