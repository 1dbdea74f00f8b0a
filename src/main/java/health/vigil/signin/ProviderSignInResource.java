package health.vigil.signin;

import health.vigil.access.CurrentUser;
import health.vigil.problem.ProblemException;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;

/// Signs in through the hospital's identity provider: redirects the browser there, and handles the code that
/// it brings back.
@Path("/v1/session/provider")
@PermitAll
@Blocking
class ProviderSignInResource {
    private static final Logger LOG = Logger.getLogger(ProviderSignInResource.class);
    private static final Duration LATER = Duration.ofSeconds(10);

    /// Fixed, so that no link can redirect a user elsewhere. The page itself knows where to go on.
    private static final URI SIGNED_IN = URI.create("/sign-in?done");

    private final SignInAtProvider provider;
    private final CodeFlow flow;
    private final PageSessions sessions;
    private final SessionCookie cookie;

    ProviderSignInResource(SignInAtProvider provider, CodeFlow flow, PageSessions sessions, SessionCookie cookie) {
        this.provider = provider;
        this.flow = flow;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GET
    @APIResponse(responseCode = "302", description = "Redirects to the provider's page")
    public Response begin(@Context RoutingContext request) {
        provider.require();
        try {
            var there = flow.begin(request);
            var answer = Response.status(there.status);
            there.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            return answer.build();
        } catch (RuntimeException away) {
            LOG.warn("The identity provider does not answer: nobody can sign in to the pages");
            throw ProblemException.unavailable("The hospital's identity provider does not answer", LATER);
        }
    }

    @GET
    @Path("/answer")
    @APIResponse(responseCode = "303", description = "Redirects to the requested page")
    public Response finish(@Context RoutingContext request) {
        provider.require();
        try {
            return welcome(flow.finish(request), request.request());
        } catch (AuthenticationFailedException
                | AuthenticationCompletionException
                | AuthenticationRedirectException refusal) {
            LOG.warn("A sign-in through the identity provider was refused");
            return RefusedPage.answer(refusal.getCause() instanceof ForbiddenException ? 403 : 401);
        }
    }

    private Response welcome(SecurityIdentity identity, HttpServerRequest http) {
        var session = sessions.open(CurrentUser.of(identity));
        var idToken = identity.getCredential(IdTokenCredential.class).getToken();
        return Response.seeOther(SIGNED_IN)
                .cookie(cookie.of(session, http), cookie.idToken(idToken, session.life(), http))
                .build();
    }
}
