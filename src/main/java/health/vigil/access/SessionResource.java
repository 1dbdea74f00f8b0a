package health.vigil.access;

import health.vigil.api.Problem;
import health.vigil.api.ProblemException;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Signing in to the pages: the session is a cookie that scripts cannot read and other sites cannot send.
@Path("/v1/session")
class SessionResource {
    private final Accounts accounts;
    private final Signer signer;
    private final AccessOptions options;
    private final SignInThrottle throttle;
    private final TokenMechanism mechanism;
    private final CurrentUser user;
    private final JsonWebToken token;
    private final AuditTrail trail;

    SessionResource(
            Accounts accounts,
            Signer signer,
            AccessOptions options,
            SignInThrottle throttle,
            TokenMechanism mechanism,
            CurrentUser user,
            JsonWebToken token,
            AuditTrail trail) {
        this.accounts = accounts;
        this.signer = signer;
        this.options = options;
        this.throttle = throttle;
        this.mechanism = mechanism;
        this.user = user;
        this.token = token;
        this.trail = trail;
    }

    /// @param username as in the credentials file
    record SignIn(
            @NotNull @Size(max = 64) String username,
            @NotNull @Size(max = 72) String password) {
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    @POST
    @PermitAll
    public Response signIn(@NotNull @Valid SignIn body, HttpServerRequest http) {
        if (!signer.signs()) {
            throw ProblemException.notFound("Sign in at the hospital's identity provider");
        }
        trail.by(body.username());
        throttle.admit(body.username());
        var session = accounts.signIn(body.username(), body.password())
                .orElseThrow(() -> new ProblemException(Problem.of(401, "Unknown username or wrong password")));
        return Response.ok(WhoAmI.of(session.user()))
                .cookie(cookie(session.token(), session.life(), http))
                .build();
    }

    @GET
    @Authenticated
    public WhoAmI who() {
        return WhoAmI.of(user.user());
    }

    @DELETE
    @Authenticated
    public Response signOut(HttpServerRequest http) {
        Optional.of(http).flatMap(Presented::in).filter(Presented::byBrowser).ifPresent(browser -> {
            accounts.signOut(UUID.fromString(token.getTokenID()));
            mechanism.forget();
        });
        return Response.noContent().cookie(cookie("", Duration.ZERO, http)).build();
    }

    private NewCookie cookie(String value, Duration life, HttpServerRequest http) {
        return new NewCookie.Builder(Presented.COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(options.secureCookie() || http.isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
