package health.vigil.signin;

import health.vigil.access.CurrentUser;
import health.vigil.access.RecognisedUsers;
import health.vigil.access.Roles;
import health.vigil.access.SessionLength;
import health.vigil.access.SessionTimes;
import health.vigil.account.Accounts;
import health.vigil.account.PasswordSignIn;
import health.vigil.account.Signer;
import health.vigil.account.Token;
import health.vigil.api.Request;
import health.vigil.audit.AuditTrail;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.store.HospitalSettings;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/// Signs in to the pages. The session is a cookie that scripts cannot read and other sites cannot send.
@Path("/v1/session")
class SessionResource {
    private final PasswordSignIn passwords;
    private final Accounts accounts;
    private final Signer signer;
    private final PageSessions sessions;
    private final SessionCookie cookie;
    private final SessionLength length;
    private final SignInThrottle throttle;
    private final RecognisedUsers users;
    private final CurrentUser user;
    private final SecurityIdentity identity;
    private final AuditTrail trail;
    private final HospitalSettings hospital;
    private final PageLanguages languages;

    SessionResource(
            PasswordSignIn passwords,
            Accounts accounts,
            Signer signer,
            PageSessions sessions,
            SessionCookie cookie,
            SessionLength length,
            SignInThrottle throttle,
            RecognisedUsers users,
            CurrentUser user,
            SecurityIdentity identity,
            AuditTrail trail,
            HospitalSettings hospital,
            PageLanguages languages) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.signer = signer;
        this.sessions = sessions;
        this.cookie = cookie;
        this.length = length;
        this.throttle = throttle;
        this.users = users;
        this.user = user;
        this.identity = identity;
        this.trail = trail;
        this.hospital = hospital;
        this.languages = languages;
    }

    /// @param username as in the credentials file
    record SignIn(String username, String password) {
        static Optional<SignIn> read(Fields fields) {
            var username = fields.need("username", Shapes.textOrNothing(64));
            var password = fields.need("password", Shapes.textOrNothing(72));
            fields.refuseUnknown();
            return fields.whenSound(() -> new SignIn(username.orElseThrow(), password.orElseThrow()));
        }

        @Override
        public String toString() {
            return "SignIn";
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(SignIn.class)
    public RestResponse<UserView> signIn(byte[] sent, @Context HttpServerRequest http) {
        var body = Request.read(Request.neededObject(sent), SignIn::read);
        if (!signer.signs()) {
            throw ProblemException.notFound("Sign in at the hospital's identity provider");
        }
        if (SameOrigin.disproves(http)) {
            throw ProblemException.forbidden("Sign in on Vigil's own sign-in page");
        }
        trail.by(body.username());
        throttle.admit(body.username(), trail.address());
        var session = passwords
                .signIn(body.username(), body.password())
                .orElseThrow(() -> new ProblemException(Problem.of(401, "Unknown username or wrong password")));
        return RestResponse.ResponseBuilder.ok(UserView.of(session.user()))
                .cookie(cookie.of(session, http))
                .build();
    }

    @GET
    @Authenticated
    public SessionView current(@Context HttpServerRequest http) {
        return view(PresentedToken.ofBrowser(http).map(this::times));
    }

    /// Extends a session of the pages, as far as its bound. It stays one session: signing out ends it for every
    /// copy of the cookie.
    @POST
    @Path("/renewal")
    @RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.ADMIN, Roles.REGISTRY, Roles.COORDINATOR})
    public RestResponse<SessionView> renew(@Context HttpServerRequest http) {
        var shown = PresentedToken.ofBrowser(http)
                .orElseThrow(() -> ProblemException.conflict("Only a session of the pages is renewed"));
        var session = (signer.signs() ? accounts.renew(shown) : sessions.renew(shown))
                .orElseThrow(() -> ProblemException.conflict("The session cannot be renewed: sign in again"));
        users.forget();
        var times = new SessionTimes(times(shown).signedInAt(), Instant.now().plus(session.life()));
        var answer = RestResponse.ResponseBuilder.ok(view(Optional.of(times))).cookie(cookie.of(session, http));
        Optional.ofNullable(http.getCookie(SessionCookie.ID_TOKEN))
                .ifPresent(idToken -> answer.cookie(cookie.idToken(idToken.getValue(), session.life(), http)));
        return answer.build();
    }

    private SessionView view(Optional<SessionTimes> times) {
        var who = user.user();
        return new SessionView(
                UserView.of(who),
                hospital.timeZone().getId(),
                Instant.now(),
                times.map(SessionTimes::expiresAt),
                times.flatMap(SessionTimes::signedInAt)
                        .filter(_ -> who.role().renewsSessions())
                        .map(at -> length.bound(who.role(), at)),
                languages.of(who.username()));
    }

    private SessionTimes times(String shown) {
        return identity.getAttribute(CurrentUser.SESSION) instanceof OpenSession session
                ? new SessionTimes(session.signedInAt(), session.expiresAt())
                : Token.timesOf(shown);
    }

    @DELETE
    @Authenticated
    @APIResponse(responseCode = "204", description = "Signed out")
    public Response signOut(@Context HttpServerRequest http) {
        PresentedToken.ofBrowser(http).ifPresent(this::end);
        return Response.noContent().cookie(cookie.none(http)).build();
    }

    private void end(String shown) {
        if (signer.signs()) {
            accounts.signOut(Token.idOf(shown));
        } else {
            sessions.end(shown);
        }
        users.forget();
    }
}
