package health.vigil.access;

import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses what the SMART scopes of a token do not allow, whatever its role is. `/v1` knows no types of resources:
/// there a scope must be for every type, except for sending observations.
public class ScopeGate {
    private static final String FHIR = "fhir/r4";
    private static final String OWN_USER = "v1/session";
    private static final String OBSERVATIONS = "v1/observations";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// What concerns no patient.
    private static final Set<String> DEFINITIONS = Set.of("metadata", ".well-known", "CodeSystem", "Device");

    private static final Map<String, String> CHALLENGE =
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"vigil\", error=\"insufficient_scope\"");

    private final RequestIdentity identities;

    ScopeGate(RequestIdentity identities) {
        this.identities = identities;
    }

    @ServerRequestFilter(priority = 1, nonBlocking = true)
    void enforce(RoutingContext routing, ContainerRequestContext request) {
        var scopes = identities
                .known(routing)
                .map(identity -> CurrentUser.scopes(identity))
                .orElse(FhirScopes.UNLIMITED);
        var path = request.getUriInfo().getPath().replaceAll("/+", "/").replaceAll("^/|/$", "");
        if (scopes.grants().isPresent() && !allows(scopes, request.getMethod(), path)) {
            throw refusal();
        }
    }

    /// What a token gets whose scopes do not allow a request.
    public static ProblemException refusal() {
        return new ProblemException(Problem.of(403, "The token's scopes do not allow this"), CHALLENGE);
    }

    static boolean allows(FhirScopes scopes, String method, String path) {
        if (path.equals(FHIR) || path.startsWith(FHIR + "/")) {
            return allowsFhir(scopes, method, List.of(path.split("/", -1)));
        }
        return path.equals(OWN_USER) || allowsOwn(scopes, method, path);
    }

    /// The entries of a Bundle are checked one by one.
    private static boolean allowsFhir(FhirScopes scopes, String method, List<String> path) {
        if (path.size() == 2 || DEFINITIONS.contains(path.get(2))) {
            return true;
        }
        var type = path.get(2);
        if (path.getLast().equals("$everything")) {
            return scopes.allow(FhirScopes.EVERY, FhirInteraction.READ, FhirInteraction.SEARCH);
        }
        return switch (method) {
            case HttpMethod.POST ->
                scopes.allow(type, path.getLast().equals("_search") ? FhirInteraction.SEARCH : FhirInteraction.CREATE);
            case HttpMethod.PUT -> scopes.allow(type, FhirInteraction.UPDATE);
            case HttpMethod.DELETE -> scopes.allow(type, FhirInteraction.DELETE);
            default -> scopes.allow(type, path.size() == 3 ? FhirInteraction.SEARCH : FhirInteraction.READ);
        };
    }

    private static boolean allowsOwn(FhirScopes scopes, String method, String path) {
        if (READING.contains(method)) {
            return scopes.allow(FhirScopes.EVERY, FhirInteraction.READ, FhirInteraction.SEARCH);
        }
        return path.equals(OBSERVATIONS)
                ? scopes.allow("Observation", FhirInteraction.CREATE)
                : scopes.allow(
                        FhirScopes.EVERY, FhirInteraction.CREATE, FhirInteraction.UPDATE, FhirInteraction.DELETE);
    }
}
