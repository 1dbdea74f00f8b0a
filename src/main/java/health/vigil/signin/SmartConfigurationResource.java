package health.vigil.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.vigil.access.AccessSettings;
import health.vigil.problem.ProblemException;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import io.quarkus.oidc.OidcConfigurationMetadata;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
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

    private final AccessSettings access;
    private final TokenServerSettings settings;
    private final SignInAtProvider provider;
    private final Instance<OidcConfigurationMetadata> metadata;

    SmartConfigurationResource(
            AccessSettings access,
            TokenServerSettings settings,
            SignInAtProvider provider,
            Instance<OidcConfigurationMetadata> metadata) {
        this.access = access;
        this.settings = settings;
        this.provider = provider;
        this.metadata = metadata;
    }

    /// The names are those of the specification.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SmartConfiguration(
            Optional<String> issuer,
            @JsonProperty("jwks_uri") Optional<String> jwks,
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
        private static SmartConfiguration of(Optional<String> issuer, Optional<String> jwks, String tokenEndpoint) {
            return new SmartConfiguration(
                    issuer,
                    jwks,
                    tokenEndpoint,
                    List.of("private_key_jwt"),
                    List.of("RS384", "ES384"),
                    List.of("client_credentials"),
                    List.of("system/*.rs", "system/Observation.cruds"),
                    List.of("S256"),
                    List.of("client-confidential-asymmetric", "permission-v1", "permission-v2"));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find out where systems get tokens for FHIR")
    public SmartConfiguration configuration() {
        if (access.folder().isPresent()) {
            throw nowhere();
        }
        return settings.tokenEndpoint()
                .map(endpoint -> SmartConfiguration.of(Optional.empty(), Optional.empty(), endpoint))
                .orElseGet(this::ofProvider);
    }

    private SmartConfiguration ofProvider() {
        if (!provider.offered()) {
            throw nowhere();
        }
        var known = metadata.get();
        var endpoint = Optional.ofNullable(known.getTokenUri())
                .orElseThrow(
                        () -> ProblemException.unavailable("The hospital's identity provider does not answer", LATER));
        return SmartConfiguration.of(
                Optional.ofNullable(known.getIssuer()), Optional.ofNullable(known.getJsonWebKeySetUri()), endpoint);
    }

    private static ProblemException nowhere() {
        return ProblemException.notFound("Tokens come from no authorization server: ask the administrator for one");
    }
}
