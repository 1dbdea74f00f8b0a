package health.vigil.ehr;

import health.vigil.access.CurrentUser;
import health.vigil.access.Wards;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/// An EHR that may ask for cards.
///
/// @param issuer of its tokens
/// @param keys finds its published keys
record Ehr(String name, String issuer, Wards wards, List<String> algorithms, VerificationKeyResolver keys) {
    /// The role of its calls. It is none of the roles of people and machines: it opens these endpoints only.
    static final String ROLE = "cds-client";

    Ehr {
        algorithms = List.copyOf(algorithms);
    }

    /// The account that the audit trail names.
    String account() {
        return "cds:" + name;
    }

    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account()))
                .addRole(ROLE)
                .addAttribute(CurrentUser.WARDS, wards)
                .build();
    }
}
