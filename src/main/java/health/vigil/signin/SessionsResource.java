package health.vigil.signin;

import health.vigil.access.RecognisedUsers;
import health.vigil.access.Roles;
import health.vigil.account.Signer;
import health.vigil.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/// Ends the sessions of a user of the identity provider, for example those of a display that was lost.
@Path("/v1/sessions")
@RolesAllowed(Roles.ADMIN)
class SessionsResource {
    private final Signer signer;
    private final PageSessions sessions;
    private final RecognisedUsers users;

    SessionsResource(Signer signer, PageSessions sessions, RecognisedUsers users) {
        this.signer = signer;
        this.sessions = sessions;
        this.users = users;
    }

    /// A user without a session is not told apart.
    @DELETE
    @Path("/{username}")
    public void end(String username) {
        if (signer.signs()) {
            throw ProblemException.notFound("Rotate or revoke the account: that ends its sessions");
        }
        sessions.endAll(username);
        users.forget();
    }
}
