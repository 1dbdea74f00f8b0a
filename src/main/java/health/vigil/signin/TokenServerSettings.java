package health.vigil.signin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// How systems get tokens for FHIR (SMART Backend Services).
@ConfigMapping(prefix = "vigil.fhir")
interface TokenServerSettings {
    /// The token endpoint of the hospital's identity provider. Default: what the provider of the pages says
    /// (`quarkus.oidc.*`).
    Optional<String> tokenEndpoint();
}
