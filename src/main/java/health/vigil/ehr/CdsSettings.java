package health.vigil.ehr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/// The EHRs that may ask for cards. Without one nobody gets any. `docs/cds-hooks.md` explains each setting.
@ConfigMapping(prefix = "vigil.cds")
interface CdsSettings {
    /// By name. The audit trail names an EHR `cds:<name>`.
    Map<String, EhrSettings> clients();

    /// One EHR.
    interface EhrSettings {
        /// The issuer (`iss`) of its tokens.
        String issuer();

        /// The address of its public keys. No address from a token is ever used.
        String jwks();

        /// The wards whose patients it may ask for; `*` for all.
        Set<String> wards();

        /// How it signs: `RS384`, `ES384`, also `RS256` and `ES256`.
        @WithDefault("RS384,ES384")
        Set<String> algorithms();
    }
}
