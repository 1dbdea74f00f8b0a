package health.vigil.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.vigil.access.TokenServer;
import health.vigil.access.TokenServer.TokenAddresses;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Says where systems get tokens for FHIR (SMART App Launch 2.2, Backend Services). On a machine with its own
/// accounts tokens come from `vigil accounts add`, so there is nothing to say.
@Path("/fhir/r4/.well-known/smart-configuration")
@ServedBy(ServiceRole.SERVE)
@PermitAll
@Tag(name = "FHIR")
class SmartConfigurationResource {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final TokenServer server;

    SmartConfigurationResource(TokenServer server) {
        this.server = server;
    }

    /// The names are those of the specification.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SmartConfiguration(
            Optional<String> issuer,
            @JsonProperty("jwks_uri") Optional<String> jwks,
            @JsonProperty("authorization_endpoint") Optional<String> authorization,
            @JsonProperty("token_endpoint") String tokenEndpoint,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> authentication,

            @JsonProperty("token_endpoint_auth_signing_alg_values_supported")
            List<String> algorithms,

            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("scopes_supported") List<String> scopes,

            @JsonProperty("code_challenge_methods_supported")
            List<String> challenges,

            List<String> capabilities) {
        private static SmartConfiguration of(TokenAddresses addresses) {
            return new SmartConfiguration(
                    addresses.issuer(),
                    addresses.keys(),
                    addresses.authorization(),
                    addresses.token(),
                    List.of("private_key_jwt"),
                    List.of("RS384", "ES384"),
                    List.of("client_credentials"),
                    List.of("system/*.rs", "system/Observation.cruds"),
                    List.of("S256"),
                    List.of("launch-ehr", "client-confidential-asymmetric", "permission-v1", "permission-v2"));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find out where systems get tokens for FHIR")
    public SmartConfiguration configuration() {
        if (!server.configured()) {
            throw nowhere();
        }
        return server.addresses()
                .map(SmartConfiguration::of)
                .orElseThrow(
                        () -> ProblemException.unavailable("The hospital's identity provider does not answer", LATER));
    }

    private static ProblemException nowhere() {
        return ProblemException.notFound("Tokens come from no authorization server: ask the administrator for one");
    }
}
