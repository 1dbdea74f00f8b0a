package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.access.CredentialCheck;
import health.vigil.access.CredentialReference;
import health.vigil.access.CredentialReference.CredentialKind;
import health.vigil.access.CredentialValidity;
import health.vigil.access.CurrentUser;
import health.vigil.account.KnownUsers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
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
        var credential = reference(identity);
        return new CredentialValidity(credential.expiresAt(), () -> stands(credential));
    }

    /// A provider's token ends when it expires; our own also ends with its account.
    @Override
    public CredentialReference reference(SecurityIdentity identity) {
        if (identity.getAttribute(CurrentUser.SESSION) instanceof OpenSession session) {
            return new CredentialReference(
                    CredentialKind.SESSION, HexFormat.of().formatHex(Digest.of(session.cookie())), session.expiresAt());
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var expiresAt = Instant.ofEpochSecond(token.getExpirationTime());
            return settings.folder().isEmpty()
                    ? new CredentialReference(CredentialKind.FOREIGN, "", expiresAt)
                    : new CredentialReference(CredentialKind.OWN_TOKEN, token.getTokenID(), expiresAt);
        }
        return new CredentialReference(CredentialKind.FOREIGN, "", Instant.MAX);
    }

    @Override
    public boolean valid(CredentialReference credential) {
        return !Instant.now().isAfter(credential.expiresAt()) && stands(credential);
    }

    private boolean stands(CredentialReference credential) {
        return switch (credential.kind()) {
            case SESSION -> isOpen(HexFormat.of().parseHex(credential.id()));
            case OWN_TOKEN -> isValid(UUID.fromString(credential.id()));
            case FOREIGN -> true;
        };
    }

    private boolean isOpen(byte[] session) {
        try {
            return sessions.isOpen(session);
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
