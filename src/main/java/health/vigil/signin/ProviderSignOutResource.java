package health.vigil.signin;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Signs out at the hospital's identity provider too. Otherwise it would sign in the next user of this screen
/// as the same person (OpenID Connect RP-Initiated Logout 1.0).
@Path("/v1/session/provider/end")
@PermitAll
class ProviderSignOutResource {
    private static final String SIGNED_OUT = "/signed-out";

    private final SignInAtProvider provider;
    private final Instance<OidcConfigurationMetadata> metadata;
    private final SessionCookie cookie;
    private final Optional<String> client;

    ProviderSignOutResource(
            SignInAtProvider provider,
            Instance<OidcConfigurationMetadata> metadata,
            SessionCookie cookie,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client) {
        this.provider = provider;
        this.metadata = metadata;
        this.cookie = cookie;
        this.client = client;
    }

    @GET
    @APIResponse(responseCode = "303", description = "Redirects to the provider's page, or to ours")
    public Response end(@Context HttpServerRequest http) {
        provider.require();
        var next = idToken(http).flatMap(token -> providerLogout(token, http)).orElse(URI.create(SIGNED_OUT));
        return Response.seeOther(next).cookie(cookie.noIdToken(http)).build();
    }

    /// The ID token of the provider session. Pages of other sites cannot send it.
    private static Optional<String> idToken(HttpServerRequest http) {
        return Optional.ofNullable(http.getCookie(SessionCookie.ID_TOKEN)).map(Cookie::getValue);
    }

    private Optional<URI> providerLogout(String idToken, HttpServerRequest http) {
        return Optional.ofNullable(metadata.get().getEndSessionUri())
                .map(end -> UriBuilder.fromUri(end)
                        .queryParam("client_id", client.orElseThrow())
                        .queryParam("id_token_hint", idToken)
                        .queryParam("post_logout_redirect_uri", ownAddress(http) + SIGNED_OUT)
                        .build());
    }

    private String ownAddress(HttpServerRequest http) {
        return (cookie.secure(http) ? "https://" : "http://") + http.authority();
    }
}
