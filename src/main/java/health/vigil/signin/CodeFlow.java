package health.vigil.signin;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/// The authorization code flow with the hospital's identity provider. Quarkus does PKCE, state, nonce, the
/// exchange of the code and the check of the ID token.
@Singleton
class CodeFlow {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The session cookie of Quarkus. Our own session replaces it, because ours ends at once on sign-out.
    private static final String THEIRS = "q_session";

    private static final Supplier<Throwable> NOBODY = AuthenticationFailedException::new;

    private final OidcAuthenticationMechanism oidc;
    private final IdentityProviderManager providers;

    CodeFlow(OidcAuthenticationMechanism oidc, IdentityProviderManager providers) {
        this.oidc = oidc;
        this.providers = providers;
    }

    /// The redirect to the identity provider.
    ChallengeData begin(RoutingContext request) {
        return within(oidc.getChallenge(request));
    }

    /// The user who came back from the provider. A browser that was not sent there has no state cookie.
    ///
    /// @throws AuthenticationFailedException or an exception that it caused
    SecurityIdentity finish(RoutingContext request) {
        try {
            return within(
                    oidc.authenticate(request, providers).onItem().ifNull().failWith(NOBODY));
        } finally {
            request.request().cookies().stream()
                    .map(Cookie::getName)
                    .filter(name -> name.startsWith(THEIRS))
                    .distinct()
                    .toList()
                    .forEach(name -> request.response().removeCookies(name, false));
        }
    }

    private static <T> T within(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
