package health.vigil.signin;

import health.vigil.access.RecognisedUsers;
import health.vigil.access.Roles;
import health.vigil.account.Signer;
import health.vigil.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Ends the sessions of a user of the identity provider, for example those of a display that was lost.
@Path("/v1/sessions")
@RolesAllowed(Roles.ADMIN)
class ProviderSessionsResource {
    private final Signer signer;
    private final PageSessions sessions;
    private final RecognisedUsers users;

    ProviderSessionsResource(Signer signer, PageSessions sessions, RecognisedUsers users) {
        this.signer = signer;
        this.sessions = sessions;
        this.users = users;
    }

    /// A name without a session is not found, because a mistyped name would leave the lost display signed in.
    @DELETE
    @Path("/{username}")
    @Produces(MediaType.APPLICATION_JSON)
    public EndedSessions end(String username) {
        if (signer.signs()) {
            throw ProblemException.notFound("Rotate or revoke the account: that ends its sessions");
        }
        var ended = sessions.endAll(username);
        if (ended == 0) {
            throw ProblemException.notFound("There is no session of this user: check the name");
        }
        users.forget();
        return new EndedSessions(ended);
    }
}
