package health.vigil.ehr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;

/// The EHRs that may launch the pages. Without one nobody can. `docs/cds-hooks.md` explains each setting.
@ConfigMapping(prefix = "vigil.smart")
interface LaunchSettings {
    /// By name. The audit trail names a launch `smart:<name>:<user>`.
    @WithParentName
    Map<String, LaunchingEhr> ehrs();

    /// One EHR.
    interface LaunchingEhr {
        /// The base address of its FHIR server: the only `iss` of a launch that is accepted.
        String issuer();

        /// Under which it knows Vigil.
        String clientId();

        /// A file with our private key (JWK), whose public half it knows.
        Path key();

        /// How we sign: `RS384` or `ES384`.
        @WithDefault("RS384")
        String algorithm();
    }
}
