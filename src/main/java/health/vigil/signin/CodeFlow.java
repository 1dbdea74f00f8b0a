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

/// The authorization-code flow with the hospital's identity provider, as far as Quarkus does it: PKCE, state, nonce,
/// the exchange of the code, the check of the ID token.
@Singleton
class CodeFlow {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Quarkus' own session. Ours takes its place: it ends at once when somebody signs out.
    private static final String THEIRS = "q_session";

    private static final Supplier<Throwable> NOBODY = AuthenticationFailedException::new;

    private final OidcAuthenticationMechanism oidc;
    private final IdentityProviderManager providers;

    CodeFlow(OidcAuthenticationMechanism oidc, IdentityProviderManager providers) {
        this.oidc = oidc;
        this.providers = providers;
    }

    /// Where the browser goes to sign in.
    ChallengeData begin(RoutingContext request) {
        return within(oidc.getChallenge(request));
    }

    /// Who came back. Whoever was not sent there has no state to come back with.
    ///
    /// @throws AuthenticationFailedException or another exception that it caused
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
