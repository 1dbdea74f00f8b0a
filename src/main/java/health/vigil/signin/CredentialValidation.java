package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.access.CredentialCheck;
import health.vigil.access.CredentialValidity;
import health.vigil.access.CurrentUser;
import health.vigil.account.KnownUsers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Determines how long the credential of a request stays valid.
@Singleton
class CredentialValidation implements CredentialCheck {
    private final AccessSettings settings;
    private final KnownUsers users;
    private final PageSessions sessions;

    CredentialValidation(AccessSettings settings, KnownUsers users, PageSessions sessions) {
        this.settings = settings;
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public CredentialValidity of(SecurityIdentity identity) {
        if (identity.getAttribute(CurrentUser.SESSION) instanceof OpenSession session) {
            return new CredentialValidity(session.expiresAt(), () -> isOpen(session));
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? new CredentialValidity(Instant.ofEpochSecond(token.getExpirationTime()), validity(token))
                : new CredentialValidity(Instant.MAX, () -> true);
    }

    /// A provider's token ends when it expires; our own also ends with its account.
    private BooleanSupplier validity(JsonWebToken token) {
        if (settings.folder().isEmpty()) {
            return () -> true;
        }
        var id = UUID.fromString(token.getTokenID());
        return () -> isValid(id);
    }

    private boolean isOpen(OpenSession session) {
        try {
            return sessions.find(session.cookie()).isPresent();
        } catch (PersistenceException away) {
            return true;
        }
    }

    /// While the accounts cannot be queried, open streams stay open.
    private boolean isValid(UUID credential) {
        try {
            users.holder(credential);
            return true;
        } catch (AuthenticationFailedException ended) {
            return false;
        } catch (PersistenceException away) {
            return true;
        }
    }
}
