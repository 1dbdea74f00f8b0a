package health.vigil.signin;

import health.vigil.access.FhirInteraction;
import health.vigil.access.FhirScopes;
import health.vigil.access.FhirScopes.FhirGrant;
import health.vigil.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Maps SMART on FHIR scopes to roles, for a token whose groups name none: a system that may create observations
/// is an integration, one that may read them is a registry; a user who may read them is a dashboard. Other roles
/// must be granted explicitly. The scopes then narrow the role ({@link FhirScopes}).
final class SmartScopes {
    private static final String OBSERVATION = "Observation";

    private SmartScopes() {}

    static Optional<Role> role(String scopes) {
        var grants = FhirScopes.of(scopes).grants().orElse(List.of());
        return Role.strongest(grants.stream().flatMap(SmartScopes::of));
    }

    private static Stream<Role> of(FhirGrant grant) {
        if (grant.system() && grant.allows(OBSERVATION, FhirInteraction.CREATE)) {
            return Stream.of(Role.INTEGRATION);
        }
        var reads =
                grant.allows(OBSERVATION, FhirInteraction.READ) && grant.allows(OBSERVATION, FhirInteraction.SEARCH);
        return reads ? Stream.of(grant.system() ? Role.REGISTRY : Role.DASHBOARD) : Stream.empty();
    }
}
