package health.vigil.ehr;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/// Authenticates EHRs at the endpoints of CDS Hooks. No other credential counts there, and theirs counts nowhere
/// else.
@Singleton
class EhrAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "bearer ";

    private final EhrTokens tokens;
    private final BlockingSecurityExecutor blocking;

    EhrAuthentication(EhrTokens tokens, BlockingSecurityExecutor blocking) {
        this.tokens = tokens;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return CdsEndpoint.at(request.normalizedPath())
                .map(endpoint -> authenticate(request, endpoint))
                .orElseGet(() -> Uni.createFrom().optional(Optional.empty()));
    }

    private Uni<SecurityIdentity> authenticate(RoutingContext request, CdsEndpoint endpoint) {
        return bearer(request)
                .map(token -> blocking.executeBlocking(
                        () -> tokens.verify(token, endpoint).identity()))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static Optional<String> bearer(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"vigil\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    /// Before the mechanism of all other requests.
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 2;
    }
}
